import type { ElementContent, Root } from 'hast';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';

/** Parses HTML into a tree like that of the injected reader. */
export function fromHtml(html: string): Root {
  return { type: 'root', children: parseFragment(html).childNodes.flatMap(treeOf) };
}

function treeOf(node: DefaultTreeAdapterTypes.ChildNode): ElementContent[] {
  if ('value' in node) return [{ type: 'text', value: node.value }];
  if (!('tagName' in node)) return [];
  const properties = Object.fromEntries(
    node.attrs.map(({ name, value }) => [name, name === 'start' ? Number(value) : value]),
  );
  return [{ type: 'element', tagName: node.tagName, properties, children: node.childNodes.flatMap(treeOf) }];
}
