import { joinWords, splitWords } from '../edits/words';
import { tidyLine, tidyMarkdown } from '../text/plain-text';
import { joinTexts } from './text-segments';
import { mergeTokens } from './diff3';

/** A text before somebody began to edit it, and the result of the edit. */
export interface Rewriting {
  from: string | undefined;
  to: string | undefined;
}

/** `markdown`: paragraphs; `lines`: one item per line; `line`: plain text in one line. */
export type TextForm = 'markdown' | 'lines' | 'line';

/** The separator between two texts that are both kept. */
const BETWEEN: Readonly<Record<TextForm, string>> = { markdown: '\n\n', lines: '\n', line: ' / ' };

/**
 * Applies an edit to the text that is stored now. If others have changed that text meanwhile, both changes are kept: in one text
 * if they do not conflict, otherwise one text after the other. No word of either side is lost.
 */
export function mergeRewriting(
  stored: string | undefined,
  { from, to }: Rewriting,
  form: TextForm,
): string | undefined {
  if (stored === from || from === to) return from === to ? stored : to;
  const texts = [from ?? '', stored ?? '', to ?? ''] as const;
  return form === 'line'
    ? tidyLine(mergeLines(...texts))
    : tidyMarkdown(mergeParagraphs(...texts, BETWEEN[form]));
}

function mergeLines(from: string, theirs: string, ours: string): string {
  const merged = from === '' ? undefined : mergeWords(from, theirs, ours);
  return merged ?? joinTexts(theirs, ours, BETWEEN.line);
}

function mergeParagraphs(from: string, theirs: string, ours: string, between: string): string {
  const split = (text: string) => (text === '' ? [] : text.split(between));
  const join = (paragraphs: readonly string[]) => paragraphs.join(between);
  const merged = mergeTokens(split(from), split(theirs), split(ours), (before, one, other) => {
    const words = before.length === 0 ? undefined : mergeWords(join(before), join(one), join(other));
    return [words ?? joinTexts(join(one), join(other), between)];
  });
  return join(merged);
}

/** Returns `undefined` if both sides have changed the same words. */
function mergeWords(from: string, theirs: string, ours: string): string | undefined {
  let conflicts = 0;
  const words = mergeTokens(splitWords(from), splitWords(theirs), splitWords(ours), (before, one, other) => {
    conflicts += before.length;
    return isGoingOn(other) && !isGoingOn(one) ? [...other, ...one] : [...one, ...other];
  });
  if (conflicts > 0) return undefined;
  const merged = joinWords(words);
  return [theirs, ours].some((text) => /^\s/u.test(text)) ? merged : merged.trimStart();
}

/** Whether the tokens start without a space and so continue the word before them. */
function isGoingOn([first = '']: readonly string[]): boolean {
  return /^\S/u.test(first);
}
