import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

interface Commands {
  /** The first character of each mark, in words and in code. */
  opening: RegExp;
  /** The same in words, if the printer makes others harmless there. */
  inWords?: RegExp;
  /** The characters that are encoded in addresses. */
  inAddress: RegExp;
}

/**
 * `{{ name }}`, `{% if %}`, `{# note #}`, `{{< name >}}` and `<% name %>`: Liquid, Django, Hugo, ERB. A brace at the end of a text
 * counts, because the next text may begin with one.
 */
const TEMPLATES: Commands = { opening: /\{(?=[{%#]|$)|<(?=%|$)/gu, inAddress: /[{}]/gu };
/** `<% name %>` */
const PERCENT: Commands = { opening: /<(?=%|$)/gu, inAddress: /</gu };
const COMMANDS = {
  templates: TEMPLATES,
  /** The same in the source, before Markdown is read, so that the printer's escapes in words are enough for braces. */
  sourceTemplates: { ...TEMPLATES, inWords: PERCENT.opening },
  /** What Obsidian's plugin Templater runs. */
  templater: PERCENT,
  /** `*|NAME|*` */
  mergeTags: { opening: /\*(?=\|)/gu, inAddress: /\|/gu },
  /** `[gallery]`: the shortcodes that WordPress has without plugins (`wp-includes/media.php`). */
  shortcodes: {
    opening: /\[(?=\/?(?:audio|caption|embed|gallery|playlist|video|wp_caption)\b)/gu,
    inAddress: /\[/gu,
  },
} as const satisfies Record<string, Commands>;

export type CommandMarks = keyof typeof COMMANDS;

/** U+2060: it has no width, and no line ends at it. */
const WORD_JOINER = '\u2060';

/**
 * Separates the characters of each mark, so that the target prints the words and runs nothing, whether it looks for commands
 * before or after it has read Markdown or HTML. In addresses, the mark is encoded. Changes the issue.
 */
export function separateCommands(issue: Root, commands: CommandMarks): void {
  const { opening, inWords = opening, inAddress }: Commands = COMMANDS[commands];
  const separate = (text: string, marks = inWords) => text.replace(marks, `$&${WORD_JOINER}`);
  visit(issue, (node) => {
    if (node.type === 'inlineCode' || node.type === 'code') node.value = separate(node.value, opening);
    if (node.type === 'link' || node.type === 'image') node.url = node.url.replace(inAddress, encode);
    if (node.type === 'text') node.value = separate(node.value);
    if (node.type === 'image' && node.alt) node.alt = separate(node.alt);
    if ((node.type === 'link' || node.type === 'image') && node.title) node.title = separate(node.title);
  });
}

function encode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
