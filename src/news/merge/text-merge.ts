import { joinWords, splitWords } from '../edits/words';
import { tidyLine, tidyMarkdown } from '../text/plain-text';
import { joinTexts } from './text-segments';
import { mergeTokens } from './diff3';

/** A text as it was when someone began to change it, and what they have made of it. */
export interface Rewriting {
  from: string | undefined;
  to: string | undefined;
}

/** `markdown`: paragraphs; `lines`: one thing a line; `line`: plain text of one line. */
export type TextForm = 'markdown' | 'lines' | 'line';

/** What stands between two texts of which neither can be left out. */
const BETWEEN: Readonly<Record<TextForm, string>> = { markdown: '\n\n', lines: '\n', line: ' / ' };

/**
 * What a rewriting makes of the text that is stored by now. Where others have changed that meanwhile, both changes are in it:
 * in one text where they do not meet, else one after the other. No word that either has written is lost.
 */
export function mergeRewriting(
  stored: string | undefined,
  { from, to }: Rewriting,
  form: TextForm,
): string | undefined {
  if (stored === from || from === to) return from === to ? stored : to;
  const texts = [from ?? '', stored ?? '', to ?? ''] as const;
  return form === 'line'
    ? tidyLine(uniteLines(...texts))
    : tidyMarkdown(uniteParagraphs(...texts, BETWEEN[form]));
}

function uniteLines(from: string, theirs: string, ours: string): string {
  const united = from === '' ? undefined : uniteWords(from, theirs, ours);
  return united ?? joinTexts(theirs, ours, BETWEEN.line);
}

function uniteParagraphs(from: string, theirs: string, ours: string, between: string): string {
  const split = (text: string) => (text === '' ? [] : text.split(between));
  const join = (paragraphs: readonly string[]) => paragraphs.join(between);
  const united = mergeTokens(split(from), split(theirs), split(ours), (before, one, other) => {
    const words = before.length === 0 ? undefined : uniteWords(join(before), join(one), join(other));
    return [words ?? joinTexts(join(one), join(other), between)];
  });
  return join(united);
}

/** `undefined`: both have changed the same words. */
function uniteWords(from: string, theirs: string, ours: string): string | undefined {
  const met: string[] = [];
  const words = mergeTokens(splitWords(from), splitWords(theirs), splitWords(ours), (before, one, other) => {
    met.push(...before);
    return isGoingOn(other) && !isGoingOn(one) ? [...other, ...one] : [...one, ...other];
  });
  if (met.length > 0) return undefined;
  const united = joinWords(words);
  return [theirs, ours].some((text) => /^\s/u.test(text)) ? united : united.trimStart();
}

/** What begins without a space goes on with the word before it. */
function isGoingOn([first = '']: readonly string[]): boolean {
  return /^\S/u.test(first);
}
