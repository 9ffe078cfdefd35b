import { STORES, type Store } from './backup-content';

/** A record of a backup that cannot be restored, with what can still be read of it, so that it can be described by name. */
export interface DamagedRecord {
  kind?: Store;
  /** Its key in its store. */
  key?: string;
  /** Headline, title, name or first words. */
  title?: string;
  /** Its day, `YYYY-MM-DD`. */
  day?: string;
}

/** How many characters of a record are examined. */
const LOOKED_AT = 20_000;
const LONGEST_TITLE = 200;

/** The fields that can name a record; the first one in the record is used. */
const TITLES = ['headline', 'title', 'comment', 'introduction', 'markdown', 'caption'];
const DAYS = ['clippedAt', 'createdAt', 'changedAt', 'savedAt'];
const KEYS = ['id', 'clipId', 'key'];

/** Reads what it can by the names of fields, because the JSON may be broken. */
export function describeDamaged(bytes: Uint8Array): DamagedRecord {
  const text = new TextDecoder().decode(bytes.subarray(0, LOOKED_AT));
  const named = fieldIn(text, ['store']);
  const kind = STORES.find((store) => store === named);
  const own = kind === 'snapshots' || kind === 'pictures' ? [] : TITLES;
  const title = fieldIn(text, own)?.replace(/\s+/gu, ' ').slice(0, LONGEST_TITLE).trim();
  const day = /^\d{4}-\d\d-\d\d/u.exec(fieldIn(text, DAYS) ?? '')?.[0];
  const key = kind === 'preferences' ? kind : fieldIn(text, KEYS);
  return {
    ...(kind && { kind }),
    ...(key !== undefined && { key }),
    ...(title !== undefined && title !== '' && { title }),
    ...(day !== undefined && { day }),
  };
}

/** The text of the first of these fields that exists and is not empty. */
function fieldIn(text: string, names: readonly string[]): string | undefined {
  for (const name of names) {
    const [, value] = new RegExp(`"${name}":"((?:[^"\\\\]|\\\\.)+)`, 'u').exec(text) ?? [];
    if (value !== undefined) return unescape(value);
  }
  return undefined;
}

function unescape(value: string): string {
  try {
    return String(JSON.parse(`"${value}"`));
  } catch {
    return value; // cut off within an escape, or not valid JSON
  }
}
