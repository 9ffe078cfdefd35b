import { markdownToBlocks } from '@tryfabric/martian';
import { expect, test } from 'vitest';
import { adaptToTarget } from '../../src/newsletter/target-tree';
import { TARGETS } from '../../src/newsletter/targets';
import { printForTarget } from '../../src/newsletter/to-target';
import { composeEveryFeature } from './every-feature';
import { listBlocks, listBlocksOf, type Block, type Told } from './printed-blocks';

/** What martian, which makes Notion's own blocks of Markdown, returns: only what is read here. */
interface NotionBlock {
  type: string;
  [content: string]: unknown;
}

interface NotionContent {
  rich_text?: NotionText[];
  children?: NotionBlock[];
  cells?: NotionText[][];
  external?: { url: string };
}

interface NotionText {
  text: { content: string; link?: { url: string } };
  annotations?: { bold?: boolean; italic?: boolean; strikethrough?: boolean; code?: boolean };
}

const KINDS: Readonly<Record<string, string>> = {
  paragraph: 'p',
  heading_1: 'h1',
  heading_2: 'h2',
  heading_3: 'h3',
  quote: 'blockquote',
  code: 'pre',
  table: 'table',
  table_row: 'tr',
  bulleted_list_item: 'li',
  numbered_list_item: 'li',
};
const MARKS = { bold: 'strong', italic: 'em', strikethrough: 'del', code: 'code' } as const;

test('Notion makes blocks of an issue with the same words, links, headings, lists, quotes and tables', () => {
  const issue = composeEveryFeature();
  const markdown = printForTarget(issue, 'notion').replaceAll('\\\n', '\n'); // it drops hard breaks
  const blocks = markdownToBlocks(markdown) as unknown as NotionBlock[];
  const read = listBlocks({ name: 'root', text: '', children: tell(blocks) });
  const composed = listBlocksOf(adaptToTarget(issue, TARGETS.notion));
  // It leaves out rules, has no names for header cells, and a picture is a block without words.
  expect(read.map(inAnyOrder)).toEqual(composed.filter(({ kind }) => kind !== 'hr').map(inAnyOrder));
});

function inAnyOrder({ kind, text, marks }: Block): Block {
  const known = marks.filter((mark) => mark !== 'br').map((mark) => mark.replace(/^(img \S+) .*$/u, '$1'));
  return { kind: kind.replace('table tr th', 'table tr td'), text, marks: known.toSorted() };
}

/** Items that follow one another are a list. */
function tell(blocks: readonly NotionBlock[]): Told[] {
  const told: Told[] = [];
  let list: { type: string; children: Told[] } | undefined;
  for (const block of blocks) {
    if (!block.type.endsWith('_list_item')) list = undefined;
    else if (list?.type !== block.type) {
      list = { type: block.type, children: [] };
      told.push({ name: block.type.startsWith('n') ? 'ol' : 'ul', text: '', children: list.children });
    }
    (list?.children ?? told).push(tellBlock(block));
  }
  return told;
}

function tellBlock(block: NotionBlock): Told {
  const { type } = block;
  const { rich_text: texts = [], children = [], cells = [], external } = block[type] as NotionContent;
  if (external !== undefined) {
    const picture = { name: `img ${external.url} ()`, text: '', children: [] };
    return { name: 'p', text: '', children: [picture] };
  }
  const inner = [
    ...texts.map(tellText),
    ...cells.map((cell) => ({ name: 'td', text: '', children: cell.map(tellText) })),
    ...tell(children),
  ];
  return { name: KINDS[type] ?? type, text: '', children: inner };
}

function tellText({ text: { content, link }, annotations = {} }: NotionText): Told {
  const names = (Object.keys(MARKS) as (keyof typeof MARKS)[]).flatMap((mark) =>
    annotations[mark] === true ? [MARKS[mark]] : [],
  );
  const all = [...names, ...(link === undefined ? [] : [`a ${link.url}`])];
  return all.reduce<Told>((told, name) => ({ name, text: '', children: [told] }), {
    name: '',
    text: content,
    children: [],
  });
}
