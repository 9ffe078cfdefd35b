import type { Clip } from '../clip';
import type { FieldRule } from '../article-fields';
import { CLIP_FIELDS, formOf, QUOTE_FIELDS, ruleOf } from '../record-fields';
import { publicationDate } from '../new-clip';
import type { Quote } from '../quote';
import type { Author } from '../edits/author';
import { isSame } from '../edits/deep-equality';
import { otherValues } from '../edits/register';
import { digestOfFields, partOfPath, type Fields, type RecordForm } from '../edits/record-edits';
import { RecordVersions } from '../edits/record-versions';

const PARTS = ['quotes'] as const;

const FORM: RecordForm = {
  parts: PARTS,
  formOf: (path) => formOf(...fieldAt(path)),
  hidesTwins: () => true,
  isReasonToStay: (path) => path !== 'quotes' && ruleOf(...fieldAt(path))?.isIncidental !== true,
};

export const CLIP_VERSIONS = new RecordVersions<Clip>({ form: FORM, fieldsOf, recordOf: clipOf });

/** The table with the field at a path, and the field's name in that table. */
function fieldAt(path: string): [Readonly<Record<string, FieldRule>>, string] {
  const part = partOfPath(path, { parts: PARTS });
  return part === undefined ? [CLIP_FIELDS, path] : [QUOTE_FIELDS, part.field];
}

/**
 * Records the change that somebody has made from `before` to `changed`. The result includes all edits and is ready to be stored.
 */
export function recordClipEdit(before: Clip, changed: Clip, author: Author): Clip {
  return CLIP_VERSIONS.recordEdit(before, changed, author);
}

/**
 * Merges two versions of one clip. The result does not depend on the order of merging, and merging again changes nothing. Two
 * clips of one article become one with the lower id, which remembers the other id.
 */
export function mergeClipVersions(one: Clip, other: Clip): Clip {
  if (one.id === other.id && isSameClipVersion(one, other)) return latestOf(one, one, other);
  const [least, greatest] = one.id < other.id ? [one.id, other.id] : [other.id, one.id];
  const ids = [...(one.formerIds ?? []), ...(other.formerIds ?? []), greatest].filter((id) => id !== least);
  return CLIP_VERSIONS.merge(one, other, {
    ...latestOf(one.clippedAt < other.clippedAt ? one : other, one, other),
    id: least,
    formerIds: [...new Set(ids)].sort(),
  });
}

/** Puts a clip that came from a file into the form in which it is stored. */
export function tidyClip(clip: Clip): Clip {
  return CLIP_VERSIONS.tidy(clip);
}

/** Whether two versions are the same. How often and when each database has written them does not matter. */
export function isSameClipVersion(one: Clip, other: Clip): boolean {
  const contentOf = ({ changedAt, revision, ...content }: Clip) => content;
  return isSame(contentOf(one), contentOf(other));
}

/** The days and places that were set elsewhere at the same time as the clip's own. */
export function otherDays(clip: Clip): string[] {
  return otherValues(clip.edits?.['published'] ?? NONE).filter((value) => typeof value === 'string');
}

export function otherSections(clip: Clip): string[] {
  return otherValues(clip.edits?.['place'] ?? NONE).flatMap((value) => {
    const { issueId, sectionId } = placeIn(value) ?? {};
    return issueId === clip.issueId && sectionId !== undefined && sectionId !== clip.sectionId
      ? [sectionId]
      : [];
  });
}

const NONE = { values: [], gone: [] };

/** `clip` with the later instant and the higher revision of both. */
function latestOf(clip: Clip, one: Clip, other: Clip): Clip {
  return {
    ...clip,
    changedAt: latest(one.changedAt, other.changedAt),
    revision: Math.max(one.revision, other.revision),
  };
}

function latest(one: string, other: string): string {
  return one > other ? one : other;
}

/** Excludes `id`, `formerIds`, `clippedAt`, `changedAt` and `revision`, which are merged separately. */
function fieldsOf(clip: Clip): Fields {
  const { id, formerIds, clippedAt, changedAt, revision, edits, ...rest } = clip;
  const { publishedAt, publishedOn, issueId, sectionId, lateFor, quotes, binnedAt, ...plain } = rest;
  const fields: Fields = new Map();
  for (const [name, value] of Object.entries(plain)) put(fields, name, value);
  put(fields, 'published', publishedAt ?? publishedOn);
  put(fields, 'place', {
    issueId,
    ...(sectionId !== undefined && { sectionId }),
    ...(lateFor !== undefined && { lateFor }),
  });
  if (quotes.length > 0) fields.set('quotes', [...new Set(quotes.map((quote) => quote.id))]);
  for (const quote of quotes) putQuote(fields, quote);
  if (binnedAt !== undefined) fields.set('removed', { of: digestOfFields(fields, '', FORM), at: binnedAt });
  return fields;
}

function putQuote(fields: Fields, quote: Quote): void {
  const { id, textQuote, textPosition, isPlain, isEdited, isPlaced, ...words } = quote;
  const prefix = `quotes/${id}/`;
  for (const [name, value] of Object.entries(words)) put(fields, `${prefix}${name}`, value);
  const source = { ...(textQuote && { textQuote }), ...(textPosition && { textPosition }) };
  if (Object.keys(source).length > 0) fields.set(`${prefix}source`, source);
  const marks = { ...(isPlain && { isPlain }), ...(isEdited && { isEdited }), ...(isPlaced && { isPlaced }) };
  if (Object.keys(marks).length > 0) fields.set(`${prefix}marks`, marks);
}

/** Treats no value, an empty text and an empty list as absent. */
function put(fields: Fields, path: string, value: unknown): void {
  const isEmpty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  if (!isEmpty) fields.set(path, value);
}

function clipOf(fields: Fields, { id, formerIds = [], clippedAt, changedAt, revision }: Clip): Clip {
  const { published, place, quotes, removed, ...plain } = Object.fromEntries(
    [...fields].filter(([path]) => !path.includes('/')),
  );
  const { issueId = '', sectionId, lateFor } = placeIn(place) ?? {};
  const binnedAt = removed === undefined ? undefined : (removed as { at?: string }).at;
  const clip: unknown = {
    ...plain,
    id,
    ...(formerIds.length > 0 && { formerIds }),
    issueId,
    ...(sectionId !== undefined && { sectionId }),
    ...(lateFor !== undefined && { lateFor }),
    ...publicationDate(typeof published === 'string' ? published : undefined),
    quotes: Array.isArray(quotes) ? quotes.map((quoteId: string) => quoteOf(fields, quoteId)) : [],
    ...(binnedAt !== undefined && { binnedAt }),
    clippedAt,
    changedAt,
    revision,
  };
  // The fields are those of a clip, and storage parses every record that it writes.
  return clip as Clip;
}

function quoteOf(fields: Fields, id: string): Quote {
  const prefix = `quotes/${id}/`;
  const own = [...fields].flatMap(([path, value]) =>
    path.startsWith(prefix) ? [[path.slice(prefix.length), value] as const] : [],
  );
  const { source, marks, ...words } = Object.fromEntries(own);
  return { id, markdown: '', ...words, ...(source as object), ...(marks as object) };
}

function placeIn(value: unknown): { issueId?: string; sectionId?: string; lateFor?: string } | undefined {
  return typeof value === 'object' && value !== null ? value : undefined;
}
