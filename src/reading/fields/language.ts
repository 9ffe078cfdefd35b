import type { Candidate } from '../../news/candidate';
import type { Evidence } from '../evidence/evidence';
import { textsAt } from '../evidence/json-ld';
import { metaContents } from '../evidence/meta-tags';
import { gatherCandidates, type Source } from './source';
import { languageOfText } from '../text/text-language';
import { call, get } from '../dom/node-property';

/**
 * Where the language is found, the most trustworthy first. The text comes first, because half of all pages declare no language
 * and some declare that of their template. The declared one adds the region, and is used if the text is too short.
 */
const SOURCES: readonly Source<Evidence>[] = [
  { name: 'text', read: (evidence) => [languageOfLines(evidence)] },
  {
    name: 'html lang',
    read: ({ document }) => [call(get(document, 'documentElement'), 'getAttribute', 'lang') ?? undefined],
  },
  { name: 'json-ld', read: ({ jsonLd, article }) => textsAt(jsonLd, article, 'inLanguage') },
  {
    name: 'meta',
    read: ({ metaTags }) =>
      metaContents(metaTags, 'content-language', 'language', 'dc.language', 'og:locale'),
  },
];

const ENOUGH_TEXT = 4_000;
const MOST_LINES = 20;

/** The candidates for the language of the text, BCP 47. */
export function readLanguage(evidence: Evidence): Candidate[] {
  return gatherCandidates(SOURCES, evidence, languageTag);
}

/**
 * The language of the paragraphs, with the declared region; for Chinese only with the script, which tells how the text is
 * written.
 */
function languageOfLines({ document, lines }: Evidence): string | undefined {
  const declared = languageTag(call(get(document, 'documentElement'), 'getAttribute', 'lang') ?? '');
  const found = languageOfText(sampleOf(lines.map(({ text }) => text)), declared?.split('-')[0]);
  return declared !== undefined && found === declared.split('-')[0] ? declared : found;
}

/** The longest lines, because menus and captions are shorter and more often in the language of the template. */
function sampleOf(texts: readonly string[]): string {
  const longest = texts.toSorted((a, b) => b.length - a.length).slice(0, MOST_LINES);
  return longest.join('\n').slice(0, ENOUGH_TEXT);
}

/** A valid tag in canonical form: `zh_cn` → `zh-CN`. */
export function languageTag(text: string): string | undefined {
  try {
    const tag = Intl.getCanonicalLocales(text.trim().replaceAll('_', '-'))[0];
    return tag !== undefined && /^[a-z]{2,3}(?:-|$)/u.test(tag) ? tag : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined; // not a tag, because a page can contain anything
    throw error;
  }
}
