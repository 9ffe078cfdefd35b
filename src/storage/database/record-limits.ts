/**
 * The longest line of a backup, in bytes. A record that does not fit is neither written nor read. A line is parsed as a whole,
 * so this is also the most that a hostile file can make us hold in memory at once.
 */
export const LONGEST_RECORD_LINE = 32 * 2 ** 20;

/** The most bytes of a picture or of a gzipped text. Base64 makes them a third longer. */
export const MOST_BYTES = 23 * 2 ** 20;

/** The most bytes that JSON needs for one UTF-16 code unit: `\u0007`. */
const BYTES_OF_UNIT = 6;
/** The store's name around a record, and the line end. */
const BYTES_AROUND = 100;

/** Whether a record fits in a line. Prints the record only if it may be too long. */
export function fitsLine(record: unknown): boolean {
  if (countUnits(record) * BYTES_OF_UNIT <= LONGEST_RECORD_LINE) return true;
  return new Blob([JSON.stringify(record)]).size + BYTES_AROUND <= LONGEST_RECORD_LINE;
}

/** At least as many code units as its JSON has, not counting escapes. */
function countUnits(value: unknown): number {
  if (typeof value === 'string') return value.length + 3;
  if (typeof value !== 'object' || value === null) return 25;
  return Object.entries(value).reduce((sum, [key, part]) => sum + key.length + 4 + countUnits(part), 3);
}
