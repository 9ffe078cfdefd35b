import type { ClipContent } from '../clip';
import type { FieldRule } from '../article-fields';
import { CLIP_FIELDS, formOf, QUOTE_FIELDS } from '../record-fields';
import type { Quote } from '../quote';
import type { FieldForm } from '../edits/register';
import { mergeRewriting } from './text-merge';
import { isSame } from '../edits/deep-equality';

/** A clip's content before somebody began to edit it, and the result of the edit. */
export interface ThreeWayContent {
  from: ClipContent;
  to: ClipContent;
}

/** Applies an edit to a clip that others have changed meanwhile. Only the fields that were edited are written. */
export function mergeThreeWay(stored: ClipContent, { from, to }: ThreeWayContent): ClipContent {
  const { publishedAt, publishedOn, ...undated } = stored;
  const isDateKept = isSame(datesOf(from), datesOf(to));
  return {
    ...rewriteFields(undated, undate(from), undate(to), CLIP_FIELDS),
    ...datesOf(isDateKept ? stored : to),
    quotes: rewriteQuotes(stored.quotes, from.quotes, to.quotes),
  };
}

function undate({ publishedAt, publishedOn, ...content }: ClipContent): ClipContent {
  return content;
}

function datesOf({
  publishedAt,
  publishedOn,
}: ClipContent): Pick<ClipContent, 'publishedAt' | 'publishedOn'> {
  return {
    ...(publishedAt !== undefined && { publishedAt }),
    ...(publishedOn !== undefined && { publishedOn }),
  };
}

function rewriteFields<Written extends object>(
  stored: Written,
  from: Written,
  to: Written,
  rules: Readonly<Record<string, FieldRule>>,
): Written {
  const fields = new Map<string, unknown>(Object.entries(stored));
  const [before, after] = [from, to].map((each) => new Map<string, unknown>(Object.entries(each)));
  for (const name of new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])) {
    const [was, is] = [before?.get(name), after?.get(name)];
    if (isSame(was, is)) continue;
    const value = rewriteField(formOf(rules, name), fields.get(name), was, is);
    if (value === undefined) fields.delete(name);
    else fields.set(name, value);
  }
  return Object.fromEntries(fields) as Written; // the same fields, each with a value of its own kind
}

/** Keeps the words of both texts and the strings of both lists. For every other field, the later value wins. */
function rewriteField(form: FieldForm, stored: unknown, from: unknown, to: unknown): unknown {
  if (form === 'list') {
    const [before, theirs, ours] = [from, stored, to].map(linesOf);
    return mergeRewriting(theirs, { from: before, to: ours }, 'lines')?.split('\n');
  }
  const isText = (value: unknown) => value === undefined || typeof value === 'string';
  return (form === 'line' || form === 'markdown') && isText(stored) && isText(from) && isText(to)
    ? mergeRewriting(stored, { from, to }, form)
    : to;
}

/** Strings of one line each. */
function linesOf(list: unknown): string | undefined {
  return Array.isArray(list) && list.length > 0 ? list.join('\n') : undefined;
}

/**
 * The quotes in their new order, followed by those that others have added. A quote that one side has removed and the other has
 * edited is kept.
 */
function rewriteQuotes(stored: readonly Quote[], from: readonly Quote[], to: readonly Quote[]): Quote[] {
  const [theirs, before, ours] = [stored, from, to].map(byId) as [Quotes, Quotes, Quotes];
  const isNew = ({ markdown }: Quote) => stored.every((quote) => quote.markdown !== markdown);
  const written = to.flatMap((quote) => {
    const [was, now] = [before.get(quote.id), theirs.get(quote.id)];
    if (now !== undefined) return [was === undefined ? quote : rewriteFields(now, was, quote, QUOTE_FIELDS)];
    return (was === undefined ? isNew(quote) : !isSame(was, quote)) ? [quote] : [];
  });
  const others = stored.filter(
    (quote) => !ours.has(quote.id) && !isSame(before.get(quote.id) ?? null, quote),
  );
  return [...written, ...others];
}

type Quotes = ReadonlyMap<string, Quote>;

function byId(quotes: readonly Quote[]): Quotes {
  return new Map(quotes.map((quote) => [quote.id, quote]));
}
