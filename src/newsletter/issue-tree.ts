import type { BlockContent, Heading, List, ListItem, Paragraph, Root, RootContent } from 'mdast';
import type { HouseStyle } from '../news/house-style';
import type { Manuscript, ManuscriptClip } from '../news/manuscript';
import { tidyLine } from '../news/plain-text';
import { knownLanguage } from '../news/publication-label';
import { composeClip, composeClipLine } from './clip-tree';
import { markDirections } from './directions';
import { fieldParagraphs, fieldText, paragraphOf } from './field-text';
import { linkableAddress } from './linkable-address';
import { parseBlocks } from './markdown-blocks';

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
  const sections = manuscript.sections.filter(hasTitle);
  const unsorted = manuscript.sections.filter((section) => !hasTitle(section));
  const composeClips = ({ clips }: Manuscript['sections'][number]) =>
    style.itemForm === 'line'
      ? composeLines(clips, style)
      : clips.flatMap((clip) => composeClip(clip, style));
  const root: Root = {
    type: 'root',
    data: { orderedMark: style.numbering === 'parenthesis' ? ')' : '.' },
    children: [
      ...headings(1, manuscript.title),
      ...fieldParagraphs(manuscript.subtitle),
      ...parseBlocks(manuscript.introduction),
      ...composeContents(sections, style),
      ...composeCover(manuscript.cover),
      ...sections.flatMap((section, place): RootContent[] => [
        ...headings(2, numberTitle(section.title, place + 1, style)),
        ...composeClips(section),
      ]),
      ...unsorted.flatMap(composeClips),
      ...parseBlocks(manuscript.signOff),
    ],
  };
  markDirections(root, knownLanguage(style.language));
  return root;
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
function composeContents(sections: readonly Section[], style: HouseStyle): BlockContent[] {
  if (!style.hasContents || sections.length === 0) return [];
  const list: List = {
    type: 'list',
    ordered: style.numbering !== 'none',
    spread: false,
    children: sections.map((section) => ({
      type: 'listItem',
      spread: false,
      children: fieldParagraphs(section.title),
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
