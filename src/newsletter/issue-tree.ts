import type { BlockContent, Heading, List, ListItem, Paragraph, Root, RootContent } from 'mdast';
import type { HouseStyle } from '../news/house-style';
import type { Manuscript, ManuscriptClip } from '../news/manuscript';
import { tidyLine } from '../news/text/plain-text';
import { knownLanguage } from '../news/text/language-tag';
import { composeClip, composeClipLine } from './clip-tree';
import { markDirections } from './directions';
import { fieldParagraphs, fieldText, paragraphOf } from './markdown/field-text';
import { linkableAddress } from './markdown/linkable-address';
import { parseBlocks } from './markdown/markdown-blocks';

declare module 'mdast' {
  interface RootData {
    /** What follows the number in ordered lists: Markdown knows both, the tree has no place for it. */
    orderedMark?: ')' | '.';
  }
}

type Section = Manuscript['sections'][number] & { title: string };

/**
 * Composes an issue as one tree, from which Markdown, HTML and plain text are printed. The fields may come as they are:
 * plain ones are tidied and are text whatever they hold, Markdown ones are parsed without HTML. Sections without a
 * title hold the unsorted clips and stand last, under no heading.
 */
export function composeIssue(manuscript: Manuscript, style: HouseStyle): Root {
  return composeParts(listParts(manuscript, style), style);
}

/** A stretch of an issue that depends on no other, so that a change to an issue sets anew what it has changed alone. */
export interface IssuePart {
  /** What is set: a clip, or whatever else as text. The same in the same house style is set the same. */
  of: ManuscriptClip | string;
  compose: () => RootContent[];
}

/** An issue in parts, in order: all that stands before the sections, each heading, each clip (or list of lines), the sign-off. */
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

/** Some parts of an issue as one tree. */
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
  return [
    ...headings(1, title),
    ...fieldParagraphs(subtitle),
    ...parseBlocks(introduction),
    ...composeContents(titles, style),
    ...composeCover(cover),
  ];
}

function partsOfClips(clips: readonly ManuscriptClip[], style: HouseStyle): IssuePart[] {
  if (style.itemForm === 'full') return clips.map((clip) => partOfClip(clip, style));
  return listsBetweenNotes(clips).map((run) =>
    Array.isArray(run)
      ? { of: JSON.stringify(run), compose: () => composeLines(run, style) }
      : partOfClip(run, style),
  );
}

function partOfClip(clip: ManuscriptClip, style: HouseStyle): IssuePart {
  return { of: clip, compose: () => composeClip(clip, style) };
}

/** Clips that follow one another, and the notes that stand between them. */
function listsBetweenNotes(clips: readonly ManuscriptClip[]): (ManuscriptClip | ManuscriptClip[])[] {
  const runs: (ManuscriptClip | ManuscriptClip[])[] = [];
  for (const clip of clips) {
    const last = runs.at(-1);
    if (clip.note !== undefined) runs.push(clip);
    else if (Array.isArray(last)) last.push(clip);
    else runs.push([clip]);
  }
  return runs;
}

/** A list of the clips, a line each. */
function composeLines(clips: readonly ManuscriptClip[], style: HouseStyle): List[] {
  const children = clips
    .map((clip) => composeClipLine(clip, style))
    .filter((line) => line.length > 0)
    .map((line): ListItem => ({ type: 'listItem', spread: false, children: line }));
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

/** A list: its numbers are those of the sections, and no section can be left out. */
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

/** The picture with its caption below, or the caption alone. The picture is an http address or a file beside the issue. */
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
