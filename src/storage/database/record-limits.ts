/**
 * The longest line of a backup, in bytes: a record that has no room in one is neither written nor read. A line is parsed as a
 * whole, so this is also what a hostile file can make us hold at once.
 */
export const LONGEST_RECORD_LINE = 32 * 2 ** 20;

/** The most bytes of a picture or of a text, gzipped: in base64 they take four thirds of that. */
export const MOST_BYTES = 23 * 2 ** 20;

/** What JSON makes of one UTF-16 code unit at most: `\u0007`. */
const BYTES_OF_UNIT = 6;
/** For the name of the store around a record, and the end of the line. */
const BYTES_AROUND = 100;

/** Whether a record has room in a line. It is only printed to find out where it may be too long. */
export function fitsLine(record: unknown): boolean {
  if (countUnits(record) * BYTES_OF_UNIT <= LONGEST_RECORD_LINE) return true;
  return new Blob([JSON.stringify(record)]).size + BYTES_AROUND <= LONGEST_RECORD_LINE;
}

/** At least as many code units as the JSON of it has, but for escapes. */
function countUnits(value: unknown): number {
  if (typeof value === 'string') return value.length + 3;
  if (typeof value !== 'object' || value === null) return 25;
  return Object.entries(value).reduce((sum, [key, part]) => sum + key.length + 4 + countUnits(part), 3);
}
