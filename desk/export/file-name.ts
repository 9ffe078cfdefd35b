/**
 * The name of an issue's file, valid on every system: the title without the characters that file systems forbid. Without a title,
 * the day (`YYYY-MM-DD`) on which the issue was published or started.
 */
export function nameIssueFile(title: string | undefined, day: string, extension: string): string {
  const name = (title ?? '')
    .replace(/[\p{C}\\/:*?"<>|]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, 80)
    .replace(/(?<![. ])[. ]+$|^[-. ]+/gu, '');
  return `${name === '' ? `issue-${day}` : name}.${extension}`;
}
