import type { Image, Link, List, ListItem, Paragraph, PhrasingContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { paragraphOf } from './markdown/field-text';
import { nameOfAddress } from './markdown/linkable-address';

export function isPicture({ type }: PhrasingContent): boolean {
  return type === 'image';
}

/** Moves pictures out of links and emphasis; the words before and after each picture keep the link or emphasis. */
export function liftPictures(line: readonly PhrasingContent[]): PhrasingContent[] {
  return line.flatMap((node): PhrasingContent[] => {
    if (!('children' in node)) return [node];
    const parts = splitAtPictures(liftPictures(node.children));
    if (!parts.flat().some(isPicture)) return [node];
    const lifted = parts.flatMap((part): PhrasingContent[] =>
      part.some(isPicture) ? part : [{ ...node, children: part }],
    );
    return node.type === 'link' && parts.flat().every(isPicture)
      ? [...lifted, nameLink(node, lifted)]
      : lifted;
  });
}

/** Splits a line into its pictures and the words between them, in order. */
export function splitAtPictures(line: readonly PhrasingContent[]): PhrasingContent[][] {
  const parts: PhrasingContent[][] = [];
  for (const node of line) {
    const last = parts.at(-1);
    if (last === undefined || isPicture(node) || last.some(isPicture)) parts.push([node]);
    else last.push(node);
  }
  return parts;
}

/** Gives a link that contained only pictures their alternative text as words. */
function nameLink(link: Link, pictures: readonly PhrasingContent[]): Link {
  const shown = pictures
    .flatMap((node) => (node.type === 'image' ? [node.alt ?? ''] : []))
    .join(' ')
    .trim();
  return { ...link, children: [{ type: 'text', value: shown === '' ? nameOfAddress(link.url) : shown }] };
}

/** Moves pictures out of the items of a list: each one follows its item, and the list continues after it. */
export function splitListAtPictures(list: List): (List | Paragraph)[] {
  const parts: (List | Paragraph)[] = [];
  list.children.forEach((item, place) => {
    const pictures = takePictures(item);
    const last = parts.at(-1);
    if (toString(item).trim() !== '') {
      if (last?.type === 'list') last.children.push(item);
      else parts.push({ ...list, start: list.start == null ? null : list.start + place, children: [item] });
    }
    parts.push(...pictures.map((picture) => paragraphOf(picture)));
  });
  return parts;
}

function takePictures(item: ListItem): Image[] {
  const taken: Image[] = [];
  visit(item, 'paragraph', (line) => {
    const lifted = liftPictures(line.children);
    line.children = lifted.filter((node) => node.type !== 'image');
    taken.push(...lifted.filter((node) => node.type === 'image'));
  });
  return taken;
}
