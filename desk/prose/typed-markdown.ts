import { InputRule, inputRules, textblockTypeInputRule, wrappingInputRule } from 'prosemirror-inputrules';
import type { Attrs, MarkType } from 'prosemirror-model';
import type { Plugin } from 'prosemirror-state';
import { linkableAddress } from '../../src/newsletter/markdown/linkable-address';
import { PROSE } from './prose-schema';

const { nodes, marks } = PROSE;

/** Characters that are literal: escaped, or part of a longer run. */
const NO_SIGN = '(?<![_*~`\\\\])';
/** An underscore within a word is literal, as in CommonMark. */
const NO_WORD = '(?<![\\p{L}\\p{N}_*~`\\\\])';

/** Converts typed Markdown to its format; Backspace directly afterwards restores the typed characters. */
export function typedMarkdown(): Plugin {
  return inputRules({
    rules: [
      wrappingInputRule(/^\s*>\s$/u, nodes.blockquote),
      wrappingInputRule(/^\s*[-+*]\s$/u, nodes.bullet_list),
      wrappingInputRule(
        /^\s*(\d{1,3})[.)]\s$/u,
        nodes.ordered_list,
        (match) => ({ start: Number(match[1]) }),
        (match, list) => list.childCount + (list.attrs['start'] as number) === Number(match[1]),
      ),
      textblockTypeInputRule(/^(#{1,6})\s$/u, nodes.heading, (match) => ({ level: match[1]?.length ?? 1 })),
      markRule(new RegExp(`${NO_SIGN}\\*\\*([^\\s*](?:[^*]*[^\\s*])?)\\*\\*$`, 'u'), marks.strong),
      markRule(new RegExp(`${NO_SIGN}\\*([^\\s*](?:[^*]*[^\\s*])?)\\*$`, 'u'), marks.em),
      markRule(new RegExp(`${NO_WORD}_([^\\s_](?:[^_]*[^\\s_])?)_$`, 'u'), marks.em),
      markRule(new RegExp(`${NO_SIGN}~~([^\\s~](?:[^~]*[^\\s~])?)~~$`, 'u'), marks.strike),
      markRule(new RegExp(`${NO_SIGN}\`([^\`]+)\`$`, 'u'), marks.code),
      markRule(/(?<![!\\])\[([^[\]]+)\]\(([^\s()]+)\)$/u, marks.link, (match) => {
        const href = linkableAddress(match[2]);
        return href === undefined ? undefined : { href };
      }),
      addressRule,
    ],
  });
}

/** Converts delimiters around words to a mark on the words. The first group is the words. */
function markRule(
  pattern: RegExp,
  mark: MarkType,
  attrsOf: (match: RegExpMatchArray) => Attrs | undefined = () => ({}),
): InputRule {
  return new InputRule(pattern, (state, match, start, end) => {
    const attrs = attrsOf(match);
    const words = match[1];
    if (words === undefined || attrs === undefined) return null;
    if (state.doc.rangeHasMark(start, end, marks.code)) return null;
    const from = start + match[0].indexOf(words);
    const { tr } = state;
    tr.delete(Math.min(from + words.length, end), end).delete(start, from);
    return tr.addMark(start, start + words.length, mark.create(attrs)).removeStoredMark(mark);
  });
}

/** An address becomes a link when the next word begins, because every reader of the text recognizes it as one. */
const addressRule = new InputRule(
  /(?:^|[\s(（])((?:https?:\/\/)[^\s<>]*[^\s<>\p{P}\p{S}]\/?)\s$/u,
  (state, match, start, end) => {
    const href = linkableAddress(match[1]);
    if (href === undefined || match[1] === undefined) return null;
    const from = start + match[0].indexOf(match[1]);
    if (state.doc.rangeHasMark(from, end, marks.link)) return null;
    return state.tr
      .addMark(from, from + match[1].length, marks.link.create({ href }))
      .insertText(match[0].slice(-1), end)
      .removeStoredMark(marks.link);
  },
);
