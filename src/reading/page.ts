import type { CapturedPage } from '../news/captured-page';
import { namesInByline, readByline } from './byline';
import { readCanonicalUrl } from './canonical-url';
import { readDek } from './dek';
import type { ArticleEvidence } from './evidence';
import { gatherEvidence } from './gathering';
import { readHeadline, titlesOf } from './headline';
import { worded } from './headline-comparison';
import { readLanguage } from './language';
import { openingAt } from './opening';
import { readOutlet } from './outlet';
import { readPublicationDate } from './publication-date';
import { readSourceCredit } from './source-credit';
import { dateFinder } from './visible-date';

/**
 * Reads the fields of an article. Changes nothing in the document and does not throw for what a page does.
 * @param location the page's address (`location.href`)
 */
export function readFields(document: Document, location: string): Pick<CapturedPage, 'fields' | 'authors'> {
  const gathered = gatherEvidence(document, location);
  const language = readLanguage(gathered);
  const headline = readHeadline(gathered);
  const evidence: ArticleEvidence = {
    ...gathered,
    language: language[0]?.value,
    headline: headline[0]?.value,
    titles: [worded(headline[0]?.value ?? ''), ...titlesOf(gathered)],
    opening: openingAt(gathered.lines, headline[0]?.value, gathered.closest),
    datesIn: dateFinder(gathered, language[0]?.value),
  };
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
