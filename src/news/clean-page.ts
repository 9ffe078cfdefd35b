import * as v from 'valibot';
import { candidatesSchema } from './candidate';
import type { CapturedPage, FieldCandidates } from './captured-page';
import { withoutOddCharacters } from './text/odd-characters';

/** A page without invisible characters in its fields that do nothing; candidates that are the same then are one. */
export function cleanPage(page: CapturedPage): CapturedPage {
  const fields = Object.entries(page.fields).map(([field, candidates]) => [
    field,
    v.parse(
      candidatesSchema,
      candidates.map(({ value, source }) => ({ value: withoutOddCharacters(value), source })),
    ),
  ]);
  return { ...page, fields: Object.fromEntries(fields) as FieldCandidates }; // of the same fields
}
