import { STORES, type BackupRecord, type Store } from './backup-content';

/** A record of a backup that cannot be restored, with what can still be read of it, so that it can be described by name. */
export interface DamagedRecord {
  kind?: Store;
  /** Its key in its store. */
  key?: string;
  /** Of an edition: the issue that it is the published form of. */
  issueId?: string;
  /** Headline, title, name or first words; those of the clip or the issue to which the record belongs, if it has none. */
  title?: string;
  /** Its day, `YYYY-MM-DD`. */
  day?: string;
  /** It can be read, but the file has an earlier record with the same key. */
  isRepeated?: boolean;
}

/** How many characters of a record are examined. */
const LOOKED_AT = 20_000;
const LONGEST_TITLE = 200;

/** The fields that can name a record; the first one in the record is used. */
const TITLES = ['headline', 'title', 'comment', 'introduction', 'markdown', 'caption'];
const DAYS = ['clippedAt', 'createdAt', 'changedAt', 'savedAt'];
const KEYS = ['id', 'clipId', 'key'];

/** What only the records of a store contain, if not even the name of the store can be read. The first that is found counts. */
const SIGNS: Readonly<Record<Store, RegExp>> = {
  editions: /"(?:clipIds|leftOutIds)":\[/u,
  pictures: /"type":"[^"]*","data":"/u,
  snapshots: /"clipId":"[^"]*","markdown":"|"markdown":"H4sI/u,
  formers: /"clipId":"[^"]*","(?:clip|revision)"|"clip":\{/u,
  drafts: /"touched":\[|"content":\{"/u,
  newsletters: /"(?:currentIssueId|settings)":/u,
  preferences: /"(?:houseStyle|outletNames|standingSections)":/u,
  clips: /"(?:clippedAt|headline|showDate|sectionId)":/u,
  issues: /"(?:sections|signOff|draftAddress)":/u,
};

/** Reads what it can by the names of fields, because the JSON may be broken. */
export function describeDamaged(bytes: Uint8Array): DamagedRecord {
  const text = new TextDecoder().decode(bytes.subarray(0, LOOKED_AT));
  const kind = kindOf(text);
  const title = fieldIn(wordsOf(kind, text), TITLES)?.replace(/\s+/gu, ' ').slice(0, LONGEST_TITLE).trim();
  const day = /^\d{4}-\d\d-\d\d/u.exec(fieldIn(text, DAYS) ?? '')?.[0];
  const key = kind === 'preferences' ? kind : fieldIn(text, KEYS);
  const issueId = kind === 'editions' ? fieldIn(text, ['issueId']) : undefined;
  return {
    ...(kind && { kind }),
    ...(key !== undefined && { key }),
    ...(issueId !== undefined && { issueId }),
    ...(title !== undefined && title !== '' && { title }),
    ...(day !== undefined && { day }),
  };
}

function kindOf(text: string): Store | undefined {
  const named = fieldIn(text, ['store']);
  const known = STORES.find((store) => store === named);
  const signs = Object.entries(SIGNS) as [Store, RegExp][];
  return known ?? signs.find(([, sign]) => sign.test(text))?.[0];
}

/** The part of a record that can name it. */
function wordsOf(kind: Store | undefined, text: string): string {
  if (kind === 'snapshots' || kind === 'pictures' || kind === 'editions' || kind === 'preferences') return '';
  return kind === 'issues' ? (text.split('"sections":', 1)[0] ?? '') : text; // sections have titles, too
}

/** Names saved texts, earlier versions, editions and pictures by the clips and issues to which they belong. */
export async function nameByOthers(
  damaged: readonly DamagedRecord[],
  good: AsyncIterable<BackupRecord>,
): Promise<DamagedRecord[]> {
  const names = new Map<string, Pick<DamagedRecord, 'title' | 'day'>>();
  for await (const { store, record } of good) {
    if (store === 'clips')
      for (const id of [record.id, ...(record.formerIds ?? [])])
        names.set(`clip ${id}`, nameOf(record.headline));
    if (store !== 'issues') continue;
    const name = nameOf(record.title, record.publication?.on ?? record.createdAt.slice(0, 10));
    names.set(`issue ${record.id}`, name);
    if (record.cover?.pictureId !== undefined) names.set(`picture ${record.cover.pictureId}`, name);
  }
  return damaged.map((each) => ({ ...names.get(ownerOf(each)), ...each }));
}

function nameOf(title: string | undefined, day?: string): Pick<DamagedRecord, 'title' | 'day'> {
  return {
    ...(title !== undefined && { title: title.slice(0, LONGEST_TITLE) }),
    ...(day !== undefined && { day }),
  };
}

function ownerOf({ kind, key = '', issueId = '' }: DamagedRecord): string {
  if (kind === 'editions') return `issue ${issueId}`;
  return kind === 'pictures'
    ? `picture ${key}`
    : `${kind === 'snapshots' || kind === 'formers' ? 'clip' : ''} ${key}`;
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
