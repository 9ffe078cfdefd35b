import type { Candidate } from '../../news/candidate';
import type { ArticleEvidence } from '../evidence/evidence';
import { metaContents } from '../evidence/meta-tags';
import { gatherCandidates, type Source } from './source';
import { linesNear } from './visible-byline';

const LONGEST_LINE = 120;
const PARAGRAPH = 100;

/** Where a page may say whose text it reprints, the most trustworthy first. */
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
    read: ({ header }) =>
      header?.below.flatMap(({ text }) => (text.length < PARAGRAPH ? [] : [text.slice(0, PARAGRAPH)])) ?? [],
  },
];

/** The texts that may contain the source credit, unchanged. `creditsIn` of news/ reads them. */
export function readSourceCredit(evidence: ArticleEvidence): Candidate[] {
  return gatherCandidates(SOURCES, evidence);
}
