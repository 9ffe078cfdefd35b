import type { Clip } from '../../src/news/clip';

const LONGEST = 80;

/** The name of a clip where it is listed: the best text it has. `undefined` if it has none. */
export function nameClip(
  clip: Pick<Clip, 'headline' | 'outlet' | 'quotes' | 'comment' | 'address'>,
): string | undefined {
  return clip.headline ?? firstWords(clip.quotes[0]?.markdown ?? clip.comment) ?? clip.outlet ?? clip.address;
}

function firstWords(markdown: string | undefined): string | undefined {
  if (markdown === undefined) return undefined;
  const text = markdown.replace(/[*_>#\\[\]]|\]\([^)]*\)/gu, '').trim();
  return text.length > LONGEST ? `${text.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/u, '')}…` : text;
}
