import type { Candidate } from '../../news/candidate';
import type { ArticleEvidence } from '../evidence/evidence';
import { gatherEvidence } from './gathering';
import { readHeadline, titlesOf } from './headline';
import { worded } from '../evidence/headline-comparison';
import { readLanguage } from './language';
import { articleHeaderAt } from '../evidence/article-header';
import { dateFinder } from './visible-date';

/** What is read before the other fields, which depend on it: the language, and the position of the headline. */
export interface ArticleBasis {
  evidence: ArticleEvidence;
  language: Candidate[];
  headline: Candidate[];
}

/** @param location the page's address (`location.href`) */
export function readBasis(document: Document, location: string): ArticleBasis {
  const gathered = gatherEvidence(document, location);
  const language = readLanguage(gathered);
  const headline = readHeadline(gathered);
  const evidence: ArticleEvidence = {
    ...gathered,
    language: language[0]?.value,
    headline: headline[0]?.value,
    titles: [worded(headline[0]?.value ?? ''), ...titlesOf(gathered)],
    header: articleHeaderAt(gathered.lines, headline[0]?.value, gathered.closest),
    datesIn: dateFinder(gathered, language[0]?.value),
  };
  return { evidence, language, headline };
}
