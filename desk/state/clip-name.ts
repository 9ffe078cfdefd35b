import type { Clip } from '../../src/news/clip';

const LONGEST = 80;

/** What a clip is called where its headline stands for it: the best of what it has. `undefined`: it has nothing. */
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
