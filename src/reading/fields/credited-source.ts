import type { Candidate } from '../../news/candidate';
import type { ArticleEvidence } from '../evidence/evidence';
import { metaContents } from '../evidence/meta-tags';
import { gatherCandidates, type Source } from './source';
import { linesNear } from './visible-byline';

const LONGEST_LINE = 120;
const PARAGRAPH = 100;

/** Where a page may say whose text it reprints, most trustworthy first. */
const SOURCES: readonly Source<ArticleEvidence>[] = [
  {
    name: 'labelled line',
    read: (evidence) =>
      linesNear(evidence)
        .map(({ text }) => text)
        .filter((text) => text.length <= LONGEST_LINE && /[^\d\s]\s?[:：]/u.test(text)),
  },
  { name: 'meta', read: ({ metaTags }) => metaContents(metaTags, 'source', 'contentsource') },
  {
    name: 'dateline',
    read: ({ opening }) =>
      opening?.below.flatMap(({ text }) => (text.length < PARAGRAPH ? [] : [text.slice(0, PARAGRAPH)])) ?? [],
  },
];

/** The places where the source credit may stand, word for word; `creditsIn` of news/ reads them on our side. */
export function readSourceCredit(evidence: ArticleEvidence): Candidate[] {
  return gatherCandidates(SOURCES, evidence);
}
