import type { Nodes } from 'hast';

/** Returns a tree whose links are words that look like links. The address of each is in its tooltip. */
export function withoutTargets<Tree extends Nodes>(tree: Tree): Tree {
  if (!('children' in tree)) return tree;
  const children = tree.children.map((child) => withoutTargets(child));
  if (tree.type !== 'element' || tree.tagName !== 'a') return { ...tree, children };
  const { href } = tree.properties;
  return { ...tree, tagName: 'span', properties: { className: ['link'], title: href }, children };
}
