import * as v from 'valibot';
import { candidatesSchema } from './candidate';
import type { CapturedPage, FieldCandidates } from './captured-page';
import { withoutOddCharacters } from './text/odd-characters';

/** Removes invisible characters without a function from the fields of a page, which can make candidates equal. */
export function cleanPage(page: CapturedPage): CapturedPage {
  const fields = Object.entries(page.fields).map(([field, candidates]) => [
    field,
    v.parse(
      candidatesSchema,
      candidates.map(({ value, source }) => ({ value: withoutOddCharacters(value), source })),
    ),
  ]);
  return { ...page, fields: Object.fromEntries(fields) as FieldCandidates }; // the fields are the same
}

/** The same for the title of a tab. */
export function cleanTitled<Titled extends { title?: string }>(tab: Titled): Titled {
  return { ...tab, title: withoutOddCharacters(tab.title ?? '') };
}
