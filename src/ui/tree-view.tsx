import type { Nodes } from 'hast';
import { createElement, type ComponentChildren } from 'preact';

interface TreeViewProps {
  /** A sanitized tree; its elements and properties are shown unchanged. */
  tree: Nodes;
  /** Where to find the picture for an address that is not on the web (`cover.jpg`). Without it, such pictures are not shown. */
  pictureSource?: (file: string) => string | undefined;
  /** How many levels its headings are lowered, so that they are below those of the page. */
  lowerHeadingsBy?: number;
}

type Showing = Omit<TreeViewProps, 'tree'>;

/** Shows a tree of HTML as nodes of the page. No markup is parsed, and links pass no information about us. */
export function TreeView({ tree, ...showing }: TreeViewProps) {
  return <>{showNode(tree, showing)}</>;
}

function showNode(node: Nodes, showing: Showing): ComponentChildren {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return undefined;
  const children = node.children.map((child) => showNode(child, showing));
  if (node.type === 'root') return children;
  const { href, src } = node.properties;
  return createElement(
    lowerHeading(node.tagName, showing.lowerHeadingsBy ?? 0),
    {
      ...node.properties,
      ...(href !== undefined && { target: '_blank', rel: 'noopener noreferrer' }),
      ...(typeof src === 'string' && { src: URL.canParse(src) ? src : showing.pictureSource?.(src) }),
    },
    ...children,
  );
}

function lowerHeading(tagName: string, by: number): string {
  const level = /^h([1-6])$/u.exec(tagName)?.[1];
  return level === undefined ? tagName : `h${Math.min(6, Number(level) + by)}`;
}
