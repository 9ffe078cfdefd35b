import * as v from 'valibot';

/**
 * One save; everything as it was after a save; which clips a save deleted for good, without their words; or a note that everything of
 * another generation was merged into this one, which is an empty file.
 */
export type CopyKind = v.InferOutput<typeof kindSchema>;
const KINDS = ['save', 'checkpoint', 'deleted', 'restored'] as const;
const kindSchema = v.picklist(KINDS);

/** A file's name describes its content, so that most questions can be answered from the list of names. */
export interface CopyName {
  kind: CopyKind;
  generation: string;
  number: number;
  id: string;
  /** The id of the save before it; for a checkpoint, its own id; for a note, the generation that was merged. */
  after: string;
  /** Something was deleted for good, so earlier copies must be removed soon. */
  isPurge: boolean;
}

export interface CopyFile extends CopyName {
  name: string;
}

const UNFINISHED = 'unfinished-';
const NAME = /^(\w+)\.(\w+)\.(\d{12})\.(\w+)\.(\w+)(\.purge)?$/u;

export function nameCopyFile({ kind, generation, number, id, after, isPurge }: CopyName): string {
  const place = String(number).padStart(12, '0');
  return `${kind}.${generation}.${place}.${id}.${after}${isPurge ? '.purge' : ''}`;
}

/** A name for a file while it is written. */
export function nameUnfinished(): string {
  return `${UNFINISHED}${crypto.randomUUID()}`;
}

/** Whether the browser ended while the file was written. Chromium writes into a second file, which it names after the first one. */
export function isUnfinished(name: string): boolean {
  return name.startsWith(UNFINISHED) || name.endsWith('.crswap');
}

/** Without duplicates, in the order of their numbers, whatever their generation. */
export function inOrder(names: readonly string[]): CopyFile[] {
  return [...new Set(names)]
    .flatMap((name) => parseName(name) ?? [])
    .sort((one, other) => one.number - other.number);
}

function parseName(name: string): CopyFile | undefined {
  const [, kind, generation = '', number, id = '', after = '', purge] = NAME.exec(name) ?? [];
  if (!v.is(kindSchema, kind)) return undefined;
  return { name, kind, generation, number: Number(number), id, after, isPurge: purge !== undefined };
}

/** In one turn far fewer files are saved. To read and write them takes less than half a second. */
export const MOST_CARRIED = 100;

/**
 * The files that a place must receive from others with its next write, so that it has everything that was saved; at most `MOST_CARRIED`,
 * first those that the fewest of the others have. What it has a later checkpoint for may have been removed from it. Checkpoints can be large:
 * it receives them when there is time, unless it has none.
 */
export function filesToCarry(here: readonly string[], others: readonly (readonly string[])[]): CopyFile[] {
  const known = new Set(here);
  const checkpoints = new Map<string, number>();
  for (const { kind, generation, number } of inOrder(here))
    if (kind === 'checkpoint') checkpoints.set(generation, number); // they are in order
  const lacked = inOrder(others.flat()).filter(({ name, kind, generation, number }) => {
    const checkpoint = checkpoints.get(generation);
    return !known.has(name) && (checkpoint === undefined || (kind !== 'checkpoint' && number > checkpoint));
  });
  return rarestFirst(lacked, others).slice(0, MOST_CARRIED);
}

/** First those that the fewest places have, by the names that each of them has. */
export function rarestFirst(files: readonly CopyFile[], places: readonly (readonly string[])[]): CopyFile[] {
  const holders = new Map<string, number>();
  for (const name of places.flat()) holders.set(name, (holders.get(name) ?? 0) + 1);
  return [...files].sort((one, other) => (holders.get(one.name) ?? 0) - (holders.get(other.name) ?? 0));
}
