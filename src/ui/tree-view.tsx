import type { Nodes } from 'hast';
import { createElement, type ComponentChildren } from 'preact';

interface TreeViewProps {
  /** A sanitised tree: its elements and properties are shown as they are. */
  tree: Nodes;
  /** Where the picture of an address that is no web address (`cover.jpg`) is. Without it there is none to show. */
  pictureSource?: (file: string) => string | undefined;
  /** Levels by which its headings are lowered, below those of the page around it. */
  lowerHeadingsBy?: number;
}

type Showing = Omit<TreeViewProps, 'tree'>;

/** A tree of HTML as nodes of the page: no markup is parsed, and links leave nothing of us behind. */
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
