import { recordIdSchema } from '../news/record-id';
import * as v from 'valibot';

/** What a hub stores of a workspace. */
export const KINDS = [
  'clips',
  'issues',
  'newsletters',
  'editions',
  'texts',
  'pictures',
  'preferences',
  'purged',
  'machines',
  'keys',
] as const;
export type Kind = (typeof KINDS)[number];

/** The subjects of all records of a kind. */
export function subjectsOf(kind: Kind): string {
  return kind === 'preferences' ? kind : `${kind}.>`;
}

/** Marks an id that was encoded. No id that is sent as it is begins with it. */
const ENCODED = '=';
const PLAIN = /^[\w-]{1,200}$/u;

/**
 * The subject of a record. Few characters are allowed in subjects, so an id with others is encoded: `=` and its UTF-8 in base64url. There is one
 * record of preferences.
 */
export function subjectOf(kind: Kind, id: string): string {
  if (kind === 'preferences') return kind;
  const name = PLAIN.test(id)
    ? id
    : ENCODED + new TextEncoder().encode(id).toBase64({ alphabet: 'base64url', omitPadding: true });
  return `${kind}.${name}`;
}

/** `undefined` if the subject is not one of ours. */
export function parseSubject(subject: string): { kind: Kind; id: string } | undefined {
  if (subject === 'preferences') return { kind: subject, id: subject };
  const [, name = '', encoded = ''] = /^([a-z]+)\.(.+)$/u.exec(subject) ?? [];
  const kind = KINDS.find((each) => each === name);
  const id = encoded.startsWith(ENCODED) ? decode(encoded.slice(1)) : encoded;
  if (kind === undefined || kind === 'preferences' || !v.is(recordIdSchema, id)) return undefined;
  return subjectOf(kind, id) === subject ? { kind, id } : undefined;
}

function decode(encoded: string): string {
  try {
    const bytes = Uint8Array.fromBase64(encoded, { alphabet: 'base64url' });
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return ''; // a SyntaxError or a TypeError: somebody else has made the subject
  }
}
