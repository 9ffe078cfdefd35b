import type { Nodes } from 'hast';
import { createElement, type ComponentChildren } from 'preact';

interface TreeViewProps {
  /** A sanitised tree: its elements and properties are shown as they are. */
  tree: Nodes;
  /** Where the picture of an address that is no web address (`cover.jpg`) is. Without it there is none to show. */
  pictureSource?: (file: string) => string | undefined;
}

/** A tree of HTML as nodes of the page: no markup is parsed, and links leave nothing of us behind. */
export function TreeView({ tree, pictureSource }: TreeViewProps) {
  return <>{showNode(tree, pictureSource)}</>;
}

function showNode(node: Nodes, pictureSource: TreeViewProps['pictureSource']): ComponentChildren {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return undefined;
  const children = node.children.map((child) => showNode(child, pictureSource));
  if (node.type === 'root') return children;
  const { href, src } = node.properties;
  return createElement(
    node.tagName,
    {
      ...node.properties,
      ...(href !== undefined && { target: '_blank', rel: 'noopener noreferrer' }),
      ...(typeof src === 'string' && { src: URL.canParse(src) ? src : pictureSource?.(src) }),
    },
    ...children,
  );
}
