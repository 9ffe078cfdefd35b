import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

interface TagSyntax {
  /** The first character of each tag, in text and in code. */
  opening: RegExp;
  /** The same in text, if the printer escapes the others there. */
  inText?: RegExp;
  /** The characters that are encoded in addresses. */
  inAddress: RegExp;
  /** Code in a line that is run as it begins like this, and whether code of some languages is run. */
  inlineQuery?: RegExp;
  runsLanguages?: true;
}

/**
 * `{{ name }}`, `{% if %}`, `{# note #}`, `{{< name >}}` and `<% name %>`: Liquid, Django, Hugo, ERB. A brace at the end of a text
 * counts, because the next text may begin with one.
 */
const TEMPLATES: TagSyntax = { opening: /\{(?=[{%#]|$)|<(?=%|$)/gu, inAddress: /[{}]/gu };
/** `<% name %>` */
const PERCENT: TagSyntax = { opening: /<(?=%|$)/gu, inAddress: /</gu };
const TAGS = {
  templates: TEMPLATES,
  /** The same in the source, before Markdown is read, so that the printer's escapes in text are enough for braces. */
  sourceTemplates: { ...TEMPLATES, inText: PERCENT.opening },
  /**
   * What Obsidian and its plugins run: tags of Templater; queries of Dataview, in a line (`= this.file.name`, `$= dv.current()`) and
   * as code of a language (`dataview`, `dataviewjs`, `tasks`, `query`).
   */
  obsidian: { ...PERCENT, inlineQuery: /^\s*\$?=/u, runsLanguages: true },
  /** `*|NAME|*` */
  mergeTags: { opening: /\*(?=\|)/gu, inAddress: /\|/gu },
  /**
   * `[gallery]`: the shortcodes that WordPress has without plugins (`wp-includes/media.php`), and what may be one of a plugin: a name
   * alone, one with attributes, and an end.
   */
  shortcodes: {
    opening:
      /\[(?=\/[a-z]|(?:audio|caption|embed|gallery|playlist|video|wp_caption)\b|[a-z][\w-]*(?:\/?\]|\s[^[\]]*(?:=|$)))/gu,
    inAddress: /\[/gu,
  },
} as const satisfies Record<string, TagSyntax>;

export type TemplateTags = keyof typeof TAGS;

/** U+2060: it has no width, and no line ends at it. */
const WORD_JOINER = '\u2060';

/**
 * Breaks each tag by an invisible character, so that the target prints it and runs nothing, whether it looks for tags
 * before or after it has read Markdown or HTML. In addresses, tags are encoded. Changes the issue.
 */
export function breakTemplateTags(issue: Root, tags: TemplateTags): void {
  const { opening, inText = opening, inAddress, inlineQuery, runsLanguages }: TagSyntax = TAGS[tags];
  const separate = (text: string, openings = inText) => text.replace(openings, `$&${WORD_JOINER}`);
  visit(issue, (node) => {
    if (node.type === 'inlineCode' || node.type === 'code') node.value = separate(node.value, opening);
    if (node.type === 'inlineCode' && inlineQuery?.test(node.value) === true)
      node.value = WORD_JOINER + node.value;
    if (node.type === 'code' && runsLanguages === true) node.lang = node.meta = null;
    if (node.type === 'link' || node.type === 'image') node.url = node.url.replace(inAddress, encode);
    if (node.type === 'text') node.value = separate(node.value);
    if (node.type === 'image' && node.alt) node.alt = separate(node.alt);
    if ((node.type === 'link' || node.type === 'image') && node.title) node.title = separate(node.title);
  });
}

function encode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
