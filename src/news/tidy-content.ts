import { parseWebAddress } from './address';
import type { ClipContent } from './clip';
import type { FieldKind } from './article-fields';
import { CLIP_FIELDS, ruleOf } from './record-fields';
import { tidyLine, tidyMarkdown } from './text/plain-text';

/** Prepares typed content for storage: one-line fields, an address that can be opened, no empty quotes. */
export function tidyContent({ quotes, ...content }: ClipContent): ClipContent {
  const fields = Object.entries(content).flatMap(([name, value]) => {
    const kind = ruleOf(CLIP_FIELDS, name)?.kind ?? 'value';
    const tidied: unknown = typeof value === 'string' ? TIDY[kind](value) : value;
    return tidied === undefined ? [] : [[name, tidied]];
  });
  return {
    ...(Object.fromEntries(fields) as Omit<ClipContent, 'quotes'>), // each field keeps its value or is absent
    quotes: quotes.flatMap((quote) => {
      const markdown = tidyMarkdown(quote.markdown);
      return markdown === undefined ? [] : [{ ...quote, markdown }];
    }),
  };
}

const asItIs = (text: string) => text;

const TIDY: Readonly<Record<FieldKind, (text: string) => string | undefined>> = {
  line: (text) => tidyLine(text),
  markdown: tidyMarkdown,
  address: (text) => parseWebAddress(text.trim())?.href,
  day: asItIs,
  language: asItIs,
  list: asItIs,
  value: asItIs,
};
