import * as v from 'valibot';
import type { FieldCandidates } from '../captured-page';
// With file extensions, because the build configuration imports this file:
import { parseWebAddress } from '../address.ts';
import { isOwnName } from '../source-credit.ts';

/**
 * The outlet directory: the names by which readers know outlets. It is split into parts, so that the popup loads the one kilobyte
 * that a page needs instead of sixteen.
 */

/** `host[/path]` → the outlet's name and its language, BCP 47. */
export const directoryPartSchema = v.record(v.string(), v.tuple([v.string(), v.string()]));
export type DirectoryPart = v.InferOutput<typeof directoryPartSchema>;

/** Labels under which countries register names, such as `com.cn`, `co.uk` and `go.jp`. */
const REGISTRIES = /^(?:com?|org|net|gov|gouv|go|ac|edu|or|ne|in)$/u;

/** The part of the directory that contains an outlet: the first letter of its registered name. */
export function directoryPartOf(address: string | undefined): string | undefined {
  const labels = hostOf(address)?.split('.') ?? [];
  const isRegistry = labels.length > 2 && REGISTRIES.test(labels.at(-2) ?? '');
  return labels.at(isRegistry ? -3 : -2)?.charAt(0);
}

/**
 * The outlet of an address: the entry that matches the longest end of the host, and among these the longest beginning of the
 * path. `undefined` if the part has no match.
 */
export function findOutlet(
  part: DirectoryPart,
  address: string | undefined,
): { name: string; language: string } | undefined {
  const labels = hostOf(address)?.split('.') ?? [];
  const [first, second] = parseWebAddress(address)?.pathname.split('/').slice(1) ?? [];
  const places = labels
    .map((_, at) => labels.slice(at).join('.'))
    .flatMap((host) => [`${host}/${first ?? ''}/${second ?? ''}`, `${host}/${first ?? ''}`, host]);
  const place = places.find((key) => Object.hasOwn(part, key));
  const [name, language] = (place === undefined ? undefined : part[place]) ?? [];
  return name === undefined || language === undefined ? undefined : { name, language };
}

/**
 * Adds what the directory knows to the fields of a page: the outlet's name before all candidates of the page, the language after
 * them. That name is not accepted as a source credit.
 */
export function withDirectory(
  fields: FieldCandidates,
  part: DirectoryPart,
  address: string | undefined,
): FieldCandidates {
  const known = findOutlet(part, address);
  if (known === undefined) return fields;
  const { name, language } = known;
  const source = 'directory';
  return {
    ...fields,
    outlet: [{ value: name, source }, ...fields.outlet.filter(({ value }) => value !== name)],
    sourceCredit: fields.sourceCredit.filter(({ value }) => !isOwnName(value, name)),
    language: fields.language.length > 0 ? fields.language : [{ value: language, source }],
  };
}

function hostOf(address: string | undefined): string | undefined {
  return parseWebAddress(address)?.hostname.replace(/^www\d?\./u, '');
}
