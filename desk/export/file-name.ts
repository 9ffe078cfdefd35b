/** A name for the file of an issue that every system takes: its title, without what file systems forbid. */
export function nameIssueFile(title: string | undefined, extension: string): string {
  const name = (title ?? '')
    .replace(/[\p{C}\\/:*?"<>|]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, 80)
    .replace(/(?<![. ])[. ]+$|^[. ]+/gu, '');
  return `${name === '' ? 'issue' : name}.${extension}`;
}
