import type { Candidate } from '../news/candidate';
import type { Evidence } from './evidence';
import { textsAt } from './json-ld';
import { metaContents } from './meta-tags';
import { gatherCandidates, type Source } from './source';

/** Where the language is declared, most trustworthy first. */
const SOURCES: readonly Source[] = [
  { name: 'html lang', read: ({ document }) => [document.documentElement.lang] },
  { name: 'json-ld', read: ({ jsonLd, article }) => textsAt(jsonLd, article, 'inLanguage') },
  {
    name: 'meta',
    read: ({ metaTags }) =>
      metaContents(metaTags, 'content-language', 'language', 'dc.language', 'og:locale'),
  },
];

/** The candidates for the language of the text, BCP 47. */
export function readLanguage(evidence: Evidence): Candidate[] {
  return gatherCandidates(SOURCES, evidence, languageTag);
}

/** A well-formed tag in its usual spelling: `zh_cn` → `zh-CN`. */
export function languageTag(text: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(text.trim().replaceAll('_', '-'))[0];
  } catch (error) {
    if (error instanceof RangeError) return undefined; // no tag: a page may write anything
    throw error;
  }
}
