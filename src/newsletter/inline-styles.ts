import type { Nodes } from 'hast';

/** For each element its properties. Elements that are not named have none. docs/targets.md lists the elements and properties. */
type Styles = Readonly<Record<string, Readonly<Record<string, string>>>>;

const TEXT = { font: '16px/1.6 Georgia,serif', color: '#222222' };
const CELL = { ...TEXT, padding: '6px 10px', border: '1px solid #cccccc' };
const CODE = { 'font-family': 'Consolas,monospace', 'font-size': '14px' };

/** Each block states its type: Outlook’s editor does not pass on what surrounds a block, and Gmail keeps no style sheet of a paste. */
const MAIL: Styles = {
  h1: mailHeading('28px'),
  h2: mailHeading('22px'),
  h3: mailHeading('18px'),
  h4: mailHeading('16px'),
  h5: mailHeading('16px'),
  h6: mailHeading('16px'),
  p: { ...TEXT, margin: '0 0 14px' },
  li: { ...TEXT, margin: '0 0 6px' },
  ul: { margin: '0 0 14px' },
  ol: { margin: '0 0 14px' },
  blockquote: { margin: '0 0 14px', padding: '0 0 0 16px', 'border-left': '3px solid #c4c4c4' },
  table: { margin: '0 0 14px', 'border-collapse': 'collapse' },
  th: { ...CELL, 'font-weight': 'bold' },
  td: CELL,
  pre: { ...CODE, margin: '0 0 14px' },
  code: CODE,
  a: { color: '#0b57a4', 'text-decoration': 'underline' },
  img: { 'max-width': '100%' },
};

function mailHeading(size: string): Readonly<Record<string, string>> {
  return { font: `bold ${size}/1.3 Georgia,serif`, color: '#111111', margin: '28px 0 12px' };
}

const WECHAT_TEXT = { 'font-size': '16px', 'line-height': '1.75', color: '#333333' };
const WECHAT_HEADING = {
  'line-height': '1.4',
  color: '#111111',
  'font-weight': 'bold',
  margin: '32px 0 16px',
};
const WECHAT_CELL = { ...WECHAT_TEXT, padding: '6px 8px', border: '1px solid #d9d9d9' };

/** WeChat’s editor keeps inline styles, and its articles have no type of their own for headings and quotes. */
const WECHAT: Styles = {
  h1: { ...WECHAT_HEADING, 'font-size': '22px' },
  h2: { ...WECHAT_HEADING, 'font-size': '20px' },
  h3: { ...WECHAT_HEADING, 'font-size': '17px' },
  h4: { ...WECHAT_HEADING, 'font-size': '16px' },
  h5: { ...WECHAT_HEADING, 'font-size': '16px' },
  h6: { ...WECHAT_HEADING, 'font-size': '16px' },
  p: { ...WECHAT_TEXT, margin: '0 0 16px' },
  li: { ...WECHAT_TEXT, margin: '0 0 8px' },
  blockquote: {
    margin: '0 0 16px',
    padding: '2px 0 2px 14px',
    'border-left': '3px solid #b9b9b9',
  },
  table: { margin: '0 0 16px', 'border-collapse': 'collapse' },
  th: { ...WECHAT_CELL, 'font-weight': 'bold' },
  td: WECHAT_CELL,
  pre: { ...CODE, margin: '0 0 16px' },
  code: CODE,
  sup: { 'font-size': '12px', color: '#888888' },
  img: { 'max-width': '100%' },
};

const STYLES = { mail: MAIL, wechat: WECHAT } as const satisfies Record<string, Styles>;
export type ElementStyles = keyof typeof STYLES;

/** Writes the styles into the elements of a sanitized tree. */
export function styleElements(tree: Nodes, styles: ElementStyles): void {
  styleNode(tree, STYLES[styles], undefined);
}

function styleNode(node: Nodes, table: Styles, around: unknown): void {
  const direction = (node.type === 'element' ? node.properties.dir : undefined) ?? around;
  if (node.type === 'element') {
    const own = table[node.tagName] ?? {};
    const properties = Object.entries(direction === 'rtl' ? mirror(own) : own);
    if (properties.length > 0)
      node.properties.style = properties.map(([name, value]) => `${name}:${value}`).join(';');
  }
  if ('children' in node) for (const child of node.children) styleNode(child, table, direction);
}

/** Properties for a right-to-left element. Outlook and WeChat do not know `border-inline-start`. */
function mirror({ 'border-left': bar, ...properties }: Styles[string]): Styles[string] {
  if (bar === undefined) return properties;
  const [top, right, bottom, left] = properties['padding']?.split(' ') ?? [];
  return { ...properties, padding: [top, left, bottom, right].join(' '), 'border-right': bar };
}
