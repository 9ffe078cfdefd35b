import * as v from 'valibot';
import type { FieldCandidates } from '../captured-page';
// With their extensions, for the build's own configuration reads them:
import { parseWebAddress } from '../address.ts';
import { isOwnName } from '../source-credit.ts';

/**
 * The outlet directory: names that readers know outlets by. It is kept in parts, of which a page asks for one, so that
 * the popup loads a kilobyte and not sixteen.
 */

/** `host[/path]` → the outlet's name and its language, BCP 47. */
export const directoryPartSchema = v.record(v.string(), v.tuple([v.string(), v.string()]));
export type DirectoryPart = v.InferOutput<typeof directoryPartSchema>;

/** Labels under which countries register names: `com.cn`, `co.uk`, `go.jp`. */
const REGISTRIES = /^(?:com?|org|net|gov|gouv|go|ac|edu|or|ne|in)$/u;

/** The part of the directory that holds an outlet: the first letter of its registered name. */
export function directoryPartOf(address: string | undefined): string | undefined {
  const labels = hostOf(address)?.split('.') ?? [];
  const isRegistry = labels.length > 2 && REGISTRIES.test(labels.at(-2) ?? '');
  return labels.at(isRegistry ? -3 : -2)?.charAt(0);
}

/**
 * The outlet that an address belongs to: the entry with the longest end of its host, and of these with the longest
 * beginning of its path. `undefined` for one that is not in the part.
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
 * The fields of a page with what the directory knows: the name before all that the page says, the language after it. That
 * name is no source credit.
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
