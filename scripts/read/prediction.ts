import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toString } from 'mdast-util-to-string';
import { gfm } from 'micromark-extension-gfm';
import { CONTINUE, SKIP, visit } from 'unist-util-visit';
import * as v from 'valibot';
import { capturedPageSchema, type FieldCandidates } from '../../src/news/captured-page';
import { articleAddress } from '../../src/news/address';
import { parseLeadPicture, type LeadPicture } from '../../src/news/lead-picture';
import { contentFromPage } from '../../src/news/new-clip';
import { directoryPartOf, withDirectory, type DirectoryPart } from '../../src/news/outlets/directory';
import { DEFAULT_PREFERENCES } from '../../src/news/preferences';
import { markdownFromTree } from '../../src/quotes/quote-markdown';

/** What the reader found in a page, in the form for score.mjs. Fields that were not found are absent. */
export interface Prediction {
  id: string;
  headline?: string | undefined;
  outlet?: string | undefined;
  authors: string[];
  datePublished?: string | undefined;
  canonicalUrl?: string | undefined;
  dek?: string | undefined;
  lang?: string | undefined;
  bodyText: string;
  leadPicture?: (LeadPicture & { source: string }) | undefined;
  /** All that was found for each field, with its source. */
  candidates: FieldCandidates;
  /** Milliseconds in the page: for its fields, and for its article's text. */
  times: { fields: number; article: number };
}

/** The answer of a page. */
export interface Reading {
  captured: unknown;
  tree: unknown;
  leadPicture: unknown;
  times: Prediction['times'];
}

/** Processes a reading as the extension does, with an outlet directory: into a clip and a snapshot. */
export function predictionFrom(
  id: string,
  { captured, tree, leadPicture, times }: Reading,
  directory: ReadonlyMap<string, DirectoryPart>,
): Prediction {
  const read = v.parse(capturedPageSchema, captured);
  const address = articleAddress(read.location, read.fields.address[0]?.value);
  const part = directory.get(directoryPartOf(address) ?? '') ?? {};
  const page = { ...read, fields: withDirectory(read.fields, part, address) };
  const content = contentFromPage(page, DEFAULT_PREFERENCES);
  return {
    id,
    headline: content.headline,
    outlet: content.outlet,
    authors: page.authors,
    datePublished: content.publishedAt ?? content.publishedOn,
    canonicalUrl: content.address,
    dek: content.dek,
    lang: content.language,
    bodyText: tree === undefined ? '' : plainText(markdownFromTree(tree)),
    leadPicture: pictureFrom(leadPicture),
    candidates: page.fields,
    times,
  };
}

function pictureFrom(found: unknown): Prediction['leadPicture'] {
  const picture = parseLeadPicture(found);
  return picture && { ...picture, source: v.parse(v.object({ source: v.string() }), found).source };
}

/** The text with one line for each block, including items of lists and cells of tables. */
function plainText(markdown: string): string {
  const lines: string[] = [];
  visit(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }), (node) => {
    if (!('children' in node)) {
      if (node.type === 'code' || node.type === 'html') lines.push(node.value);
      return CONTINUE;
    }
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return CONTINUE;
    lines.push(textOf(node));
    return SKIP;
  });
  return lines.join('\n');
}

/** The text of a block, with its line breaks. */
function textOf(block: Nodes): string {
  if (block.type === 'break') return '\n';
  return 'children' in block ? block.children.map(textOf).join('') : toString(block);
}
