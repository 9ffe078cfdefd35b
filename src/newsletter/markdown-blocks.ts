import type { BlockContent, Definition, Nodes, PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { SKIP, visit } from 'unist-util-visit';
import { withoutInvisibleCharacters } from '../news/plain-text';
import { linkableAddress } from './linkable-address';

/** Headings start below those of the issue's own sections. */
const DEPTH_OF_SECTIONS = 2;

/**
 * CommonMark with tables, strikethrough and bare addresses. HTML is no construct of it, and so stays what was typed, as
 * text; footnotes and task boxes neither: `[13]` and `[x]` are words of a source.
 */
const SYNTAX = [
  gfm({ singleTilde: false }),
  {
    disable: {
      null: [
        'htmlFlow',
        'htmlText',
        'gfmFootnoteDefinition',
        'gfmFootnoteCall',
        'gfmPotentialFootnoteCall',
        'tasklistCheck',
      ],
    },
  },
];

/**
 * Parses a Markdown field (introduction, quote, comment, sign-off) into blocks that can stand anywhere in an issue:
 * links and images with an absolute http, https or mailto address only (others become their text), references resolved
 * so that those of two fields never meet, headings below those of the sections.
 */
export function parseBlocks(markdown: string | undefined): BlockContent[] {
  if (markdown === undefined) return [];
  const tree = fromMarkdown(withoutInvisibleCharacters(markdown), {
    extensions: SYNTAX,
    mdastExtensions: [gfmFromMarkdown()],
  });
  const definitions = collectDefinitions(tree);
  visit(tree, (node, index, parent) => {
    if (node.type === 'heading') node.depth = lowerDepth(node.depth);
    const substitute = substituteFor(node, definitions);
    if (substitute === undefined || parent === undefined || index === undefined) return;
    // What stands for a link or an image is phrasing content, as these are.
    (parent.children as RootContent[]).splice(index, 1, ...substitute);
    return [SKIP, index];
  });
  return tree.children.filter((node) => node.type !== 'definition') as BlockContent[];
}

function lowerDepth(depth: number): 3 | 4 | 5 | 6 {
  return ([3, 4, 5, 6] as const)[depth + DEPTH_OF_SECTIONS - 3] ?? 6;
}

/** The first definition of a label counts, as CommonMark has it. */
function collectDefinitions(tree: Nodes): Map<string, Definition> {
  const definitions = new Map<string, Definition>();
  visit(tree, 'definition', (node) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  return definitions;
}

/** What stands for a link or an image that cannot stay as it is; `undefined` for all that can. */
function substituteFor(
  node: Nodes,
  definitions: ReadonlyMap<string, Definition>,
): PhrasingContent[] | undefined {
  switch (node.type) {
    case 'link':
      return linkableAddress(node.url) === undefined ? node.children : undefined;
    case 'image':
      return linkableAddress(node.url) === undefined ? [{ type: 'text', value: node.alt ?? '' }] : undefined;
    case 'linkReference': {
      const { url = '', title } = definitions.get(node.identifier) ?? {};
      return [{ type: 'link', url, ...(title && { title }), children: node.children }];
    }
    case 'imageReference': {
      const { url = '', title } = definitions.get(node.identifier) ?? {};
      return [{ type: 'image', url, ...(title && { title }), alt: node.alt ?? null }];
    }
    default:
      return undefined;
  }
}
