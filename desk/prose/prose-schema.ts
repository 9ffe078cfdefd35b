import { Schema, type DOMOutputSpec, type MarkSpec, type NodeSpec } from 'prosemirror-model';
import { linkableAddress } from '../../src/newsletter/markdown/linkable-address';

/** Each list and quotation has its own direction. The style sheet sets that of lines. */
const auto = { dir: 'auto' };

const isTight = { tight: { default: true, validate: 'boolean' } };

const nodes = {
  doc: { content: 'block+' },
  paragraph: {
    content: 'inline*',
    group: 'block',
    parseDOM: [{ tag: 'p' }],
    toDOM: (): DOMOutputSpec => ['p', 0],
  },
  heading: {
    attrs: { level: { default: 2, validate: 'number' } },
    content: 'inline*',
    group: 'block',
    defining: true,
    parseDOM: [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level } })),
    toDOM: ({ attrs }): DOMOutputSpec => [`h${String(attrs['level'])}`, 0],
  },
  blockquote: {
    content: 'block+',
    group: 'block',
    defining: true,
    parseDOM: [{ tag: 'blockquote' }],
    toDOM: (): DOMOutputSpec => ['blockquote', auto, 0],
  },
  bullet_list: {
    attrs: isTight,
    content: 'list_item+',
    group: 'block',
    parseDOM: [{ tag: 'ul' }],
    toDOM: (): DOMOutputSpec => ['ul', auto, 0],
  },
  ordered_list: {
    attrs: { ...isTight, start: { default: 1, validate: 'number' } },
    content: 'list_item+',
    group: 'block',
    parseDOM: [{ tag: 'ol', getAttrs: (list) => ({ start: (list as HTMLOListElement).start }) }],
    toDOM: ({ attrs }): DOMOutputSpec => ['ol', { ...auto, start: attrs['start'] as number }, 0],
  },
  list_item: {
    content: 'block+',
    defining: true,
    parseDOM: [{ tag: 'li' }],
    toDOM: (): DOMOutputSpec => ['li', 0],
  },
  code_block: {
    attrs: { info: { default: '', validate: 'string' } },
    content: 'text*',
    marks: '',
    group: 'block',
    code: true,
    defining: true,
    parseDOM: [{ tag: 'pre', preserveWhitespace: 'full' }],
    toDOM: (): DOMOutputSpec => ['pre', ['code', 0]],
  },
  /** The Markdown of what this editor cannot edit, a table; it is edited as text. */
  source: {
    content: 'text*',
    marks: '',
    group: 'block',
    code: true,
    defining: true,
    toDOM: (): DOMOutputSpec => ['pre', { class: 'prose-source' }, 0],
  },
  horizontal_rule: {
    group: 'block',
    parseDOM: [{ tag: 'hr' }],
    toDOM: (): DOMOutputSpec => ['hr'],
  },
  text: { group: 'inline' },
  /** Shown by its alternative text and its address, because nothing is loaded from the web. */
  image: {
    inline: true,
    group: 'inline',
    attrs: { src: { validate: 'string' }, alt: { validate: 'string' }, title: { validate: 'string' } },
    toDOM: ({ attrs }): DOMOutputSpec => [
      'span',
      { class: 'address-box', 'data-address': attrs['src'] as string, title: attrs['title'] as string },
      attrs['alt'] as string,
    ],
  },
  hard_break: {
    inline: true,
    group: 'inline',
    selectable: false,
    linebreakReplacement: true,
    parseDOM: [{ tag: 'br' }],
    toDOM: (): DOMOutputSpec => ['br'],
  },
} satisfies Record<string, NodeSpec>;

const marks = {
  link: {
    attrs: { href: { validate: 'string' }, title: { default: '', validate: 'string' } },
    inclusive: false,
    parseDOM: [
      {
        tag: 'a[href]',
        getAttrs: (link) => {
          const href = linkableAddress((link as HTMLAnchorElement).getAttribute('href') ?? undefined);
          return href === undefined ? false : { href, title: link.title };
        },
      },
    ],
    toDOM: ({ attrs }): DOMOutputSpec => [
      'a',
      { href: attrs['href'] as string, title: (attrs['title'] as string) || null },
      0,
    ],
  },
  strong: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: (): DOMOutputSpec => ['strong', 0] },
  em: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: (): DOMOutputSpec => ['em', 0] },
  strike: { parseDOM: [{ tag: 'del' }, { tag: 's' }], toDOM: (): DOMOutputSpec => ['del', 0] },
  code: { code: true, parseDOM: [{ tag: 'code' }], toDOM: (): DOMOutputSpec => ['code', 0] },
} satisfies Record<string, MarkSpec>;

/** The schema of comments, quotes and introductions: exactly what Markdown can express. */
export const PROSE = new Schema<keyof typeof nodes, keyof typeof marks>({ nodes, marks });

export type ProseMark = keyof typeof marks;
