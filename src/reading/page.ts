import type { CapturedPage } from '../news/captured-page';
import { readBasis } from './fields/article-basis';
import { namesInByline, readByline } from './fields/byline';
import { readCanonicalUrl } from './fields/canonical-url';
import { readDek } from './fields/dek';
import { readOutlet } from './fields/outlet';
import { readPublicationDate } from './fields/publication-date';
import { readSourceCredit } from './fields/credited-source';

/**
 * Reads the fields of an article. Does not change the document, and does not throw whatever the page does.
 * @param location the page's address (`location.href`)
 */
export function readFields(document: Document, location: string): Pick<CapturedPage, 'fields' | 'authors'> {
  const { evidence, language, headline } = readBasis(document, location);
  const byline = readByline(evidence);
  const authors = namesInByline(byline[0]?.value);
  return {
    fields: {
      headline,
      outlet: readOutlet(evidence),
      sourceCredit: readSourceCredit(evidence),
      published: readPublicationDate(evidence),
      byline,
      dek: readDek(evidence, authors),
      language,
      address: readCanonicalUrl(evidence),
    },
    authors,
  };
}
