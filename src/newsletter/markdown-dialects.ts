import type { Break, ListItem, Root } from 'mdast';
import { defaultHandlers, type Handle, type Options, type State } from 'mdast-util-to-markdown';
import { visit } from 'unist-util-visit';

/**
 * `common`: CommonMark. `old`: also for parsers that know only the escapes and the indentation of the original Markdown, such as
 * Python-Markdown and kramdown. `note`: for note-taking programs, which have syntax of their own.
 */
export type MarkdownDialect = 'common' | 'old' | 'note';

/** Two spaces at the end of the line. The original Markdown has no backslash there. */
const printOldBreak: Handle = (node: Break, parent, state, info) => {
  const printed = defaultHandlers.break(node, parent, state, info);
  return printed === '\\\n' ? '  \n' : printed;
};

/** How each dialect differs from the form of all issues. */
export const DIALECT_OPTIONS: Readonly<Record<MarkdownDialect, { form: Options; extension: Options }>> = {
  common: { form: {}, extension: {} },
  old: {
    form: { bulletOrdered: '.', listItemIndent: 'tab', fences: false },
    extension: { handlers: { break: printOldBreak } },
  },
  note: {
    form: {},
    extension: {
      unsafe: [
        // Obsidian: ==highlights==, %%comments%%, #tags.
        { character: '=', after: '(?==)', inConstruct: 'phrasing' },
        { character: '%', after: '(?=%)', inConstruct: 'phrasing' },
        {
          character: '#',
          before: '(?<![\\w&])',
          after: '(?=[\\w/-]*[\\p{L}_/-])',
          inConstruct: 'phrasing',
          unicode: true,
        },
      ],
    },
  },
};

/** The characters before which all parsers accept a backslash. Braces are left out, because Liquid looks at them before. */
const OLD_ESCAPES = /[\\`*_[\]()#+\-.!]/u;
const REFERENCES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };

/** Makes the printer write other escapes as character references, wherever it escapes. In addresses, brackets are encoded. */
export function escapeForOldParsers(state: State): void {
  const safe = state.safe.bind(state);
  state.safe = (value, config) => {
    const isAddress = state.stack.includes('destinationRaw');
    return withOldEscapes(safe(isAddress ? value?.replace(/[()\\]/gu, encode) : value, config));
  };
}

function encode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

function withOldEscapes(markdown: string): string {
  return markdown.replace(/\\([!-/:-@[-`{-~])/gu, (escape, character: string) =>
    OLD_ESCAPES.test(character) ? escape : (REFERENCES[character] ?? `&#${character.charCodeAt(0)};`),
  );
}

/**
 * Changes an issue for old parsers: puts a comment between adjacent lists, which they would join, because they ignore which marker
 * a list has; puts an empty line before each item of a list in which one has several paragraphs; and removes the language of
 * code, which is indented.
 */
export function adaptToOldParsers(issue: Root): void {
  visit(issue, (node, index, parent) => {
    if (node.type === 'code') node.lang = null;
    if (node.type !== 'list' || parent === undefined || index === undefined) return;
    if (node.children.some(hasParagraphs)) node.spread = true;
    for (const item of node.children) if (hasParagraphs(item)) item.spread = true;
    if (parent.children[index + 1]?.type === 'list')
      parent.children.splice(index + 1, 0, { type: 'html', value: '<!-- -->' });
  });
}

/** Whether an item has more than a line and a list below it. */
function hasParagraphs({ children: [, second, ...others] }: ListItem): boolean {
  return others.length > 0 || (second !== undefined && second.type !== 'list');
}
