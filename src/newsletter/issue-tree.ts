import type { BlockContent, Heading, List, ListItem, Paragraph, Root, RootContent } from 'mdast';
import type { HouseStyle } from '../news/house-style';
import type { Manuscript, ManuscriptClip } from '../news/manuscript';
import { tidyLine } from '../news/text/plain-text';
import { knownLanguage } from '../news/text/language-tag';
import { composeItem, composeItemLines } from './clip-tree';
import { markDirections } from './directions';
import './front-matter';
import { fieldParagraphs, fieldText, paragraphOf } from './markdown/field-text';
import { linkableAddress } from './markdown/linkable-address';
import { parseBlocks } from './markdown/markdown-blocks';

declare module 'mdast' {
  interface RootData {
    /** The mark after the number in ordered lists. Markdown has both, but the tree has no property for it. */
    orderedMark?: ')' | '.';
  }
}

type Section = Manuscript['sections'][number] & { title: string };

/**
 * Composes an issue as one tree, from which Markdown, HTML and plain text are printed. The fields need no preparation: plain
 * ones are tidied and treated as text whatever they contain; Markdown ones are parsed without HTML. Sections without a title
 * contain the unsorted clips and come last, without a heading.
 */
export function composeIssue(manuscript: Manuscript, style: HouseStyle): Root {
  return composeParts(listParts(manuscript, style), style);
}

/**
 * A part of an issue that does not depend on the other parts, so that after a change only the changed parts are composed again.
 */
export interface IssuePart {
  /**
   * What the part is made from: a clip, or a text for everything else. The same value in the same house style gives the same
   * part.
   */
  of: ManuscriptClip | string;
  /** The clips of an item that has several. */
  clips?: readonly ManuscriptClip[];
  compose: () => RootContent[];
}

/**
 * Splits an issue into parts, in order: everything before the sections, each heading, each clip (or list of lines), the
 * sign-off.
 */
export function listParts(manuscript: Manuscript, style: HouseStyle): IssuePart[] {
  const sections = manuscript.sections.filter(hasTitle);
  const unsorted = manuscript.sections.filter((section) => !hasTitle(section));
  const { sections: _sections, signOff, ...opening } = manuscript;
  const titles = sections.map(({ title }) => title);
  return [
    { of: JSON.stringify([opening, titles]), compose: () => composeOpening(opening, titles, style) },
    ...sections.flatMap(({ title, clips }, place) => {
      const heading = numberTitle(title, place + 1, style);
      return [{ of: heading, compose: () => headings(2, heading) }, ...partsOfClips(clips, style)];
    }),
    ...unsorted.flatMap(({ clips }) => partsOfClips(clips, style)),
    { of: signOff ?? '', compose: () => parseBlocks(signOff) },
  ];
}

/** Composes some parts of an issue as one tree. */
export function composeParts(parts: readonly IssuePart[], style: HouseStyle): Root {
  const root: Root = {
    type: 'root',
    data: { orderedMark: style.numbering === 'parenthesis' ? ')' : '.' },
    children: parts.flatMap((part) => part.compose()),
  };
  markDirections(root, knownLanguage(style.language));
  return root;
}

function composeOpening(
  { title, subtitle, introduction, cover }: Omit<Manuscript, 'sections'>,
  titles: readonly string[],
  style: HouseStyle,
): RootContent[] {
  const { titlePlace: place } = style;
  return [
    ...headings(1, title).map((line) => ({ ...line, data: { field: { name: 'title' as const, place } } })),
    ...fieldParagraphs(subtitle).map((line) => ({
      ...line,
      data: { field: { name: 'subtitle' as const, place } },
    })),
    ...parseBlocks(introduction),
    ...composeContents(titles, style),
    ...composeCover(cover),
  ];
}

function partsOfClips(clips: readonly ManuscriptClip[], style: HouseStyle): IssuePart[] {
  const items = itemsOf(clips);
  if (style.itemForm === 'full') return items.map((item) => partOfItem(item, style));
  return listsBetweenNotes(items).map((run) =>
    isNote(run[0])
      ? partOfItem(run[0], style)
      : { of: JSON.stringify(run), compose: () => composeLines(run, style) },
  );
}

type Item = [ManuscriptClip, ...ManuscriptClip[]];

/** A clip with those that are printed with it. Notes stand alone. */
function itemsOf(clips: readonly ManuscriptClip[]): Item[] {
  const items: Item[] = [];
  for (const clip of clips) {
    const last = items.at(-1);
    const isJoined = clip.withPrevious === true && clip.note === undefined;
    if (isJoined && last !== undefined && !isNote(last)) last.push(clip);
    else items.push([clip]);
  }
  return items;
}

function partOfItem(item: Item, style: HouseStyle): IssuePart {
  const compose = () => composeItem(item, style);
  return item.length === 1 ? { of: item[0], compose } : { of: JSON.stringify(item), clips: item, compose };
}

/** Groups of successive items, and the notes between them, each alone. */
function listsBetweenNotes(items: readonly Item[]): [Item, ...Item[]][] {
  const runs: [Item, ...Item[]][] = [];
  for (const item of items) {
    const last = runs.at(-1);
    if (last === undefined || isNote(item) || isNote(last[0])) runs.push([item]);
    else last.push(item);
  }
  return runs;
}

const isNote = ([{ note }]: Item) => note !== undefined;

/** A list with one entry for each item. */
function composeLines(items: readonly Item[], style: HouseStyle): List[] {
  const children = items
    .map((item) => composeItemLines(item, style))
    .filter((lines) => lines.length > 0)
    .map((lines): ListItem => ({ type: 'listItem', spread: false, children: lines }));
  return children.length > 0 ? [{ type: 'list', ordered: false, spread: false, children }] : [];
}

function hasTitle(section: Manuscript['sections'][number]): section is Section {
  return section.title !== undefined && tidyLine(section.title) !== undefined;
}

function headings(depth: 1 | 2, field: string | undefined): Heading[] {
  const text = fieldText(field);
  return text === undefined ? [] : [{ type: 'heading', depth, children: [text] }];
}

function numberTitle(title: string, number: number, { numbering }: HouseStyle): string {
  if (numbering === 'none') return title;
  return `${number}${numbering === 'parenthesis' ? ')' : '.'} ${title}`;
}

/** The table of contents, as a list. Its numbers are those of the sections, so no section may be left out. */
function composeContents(titles: readonly string[], style: HouseStyle): BlockContent[] {
  if (!style.hasContents || titles.length === 0) return [];
  const list: List = {
    type: 'list',
    data: { isContents: true },
    ordered: style.numbering !== 'none',
    spread: false,
    children: titles.map((title) => ({
      type: 'listItem',
      spread: false,
      children: fieldParagraphs(title),
    })),
  };
  return [...fieldParagraphs(style.contentsTitle), list];
}

/** The picture with the caption below it, or only the caption. The picture's address is http or a file next to the issue. */
function composeCover(cover: Manuscript['cover']): Paragraph[] {
  if (cover === undefined) return [];
  const caption = fieldParagraphs(cover.caption);
  const url = cover.picture === undefined ? undefined : pictureAddress(cover.picture);
  if (url === undefined) return caption;
  const alt = cover.alt === undefined ? '' : (tidyLine(cover.alt) ?? '');
  return [paragraphOf({ type: 'image', url, alt }), ...caption];
}

function pictureAddress(picture: string): string | undefined {
  const file = tidyLine(picture);
  return file !== undefined && URL.canParse(file) ? linkableAddress(file) : file;
}
