/**
 * A name for the file of an issue that every system takes: its title, without what file systems forbid; of an issue without a title the
 * day (`YYYY-MM-DD`) on which it was published or begun.
 */
export function nameIssueFile(title: string | undefined, day: string, extension: string): string {
  const name = (title ?? '')
    .replace(/[\p{C}\\/:*?"<>|]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, 80)
    .replace(/(?<![. ])[. ]+$|^[. ]+/gu, '');
  return `${name === '' ? `issue-${day}` : name}.${extension}`;
}
