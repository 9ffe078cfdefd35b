import type { Issue } from '../../src/news/issue';
import type { Translate } from '../../src/ui/translation';

/** Issues often share a title: the day on which an issue was begun tells them apart. */
export function nameIssue(issue: Issue | undefined, translate: Translate): string {
  if (issue === undefined) return '';
  const day = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium' });
  return translate('deskIssueOf', day.format(new Date(issue.createdAt)));
}

/** What else is said of an issue: its title, and when it was published. */
export function describeIssue({ title, publication }: Issue, translate: Translate): string {
  const day = new Intl.DateTimeFormat(document.documentElement.lang, {
    dateStyle: 'medium',
    timeZone: 'UTC',
  });
  const published =
    publication && translate('deskPublishedNote', day.format(new Date(`${publication.on}T00:00:00Z`)));
  return [title, published].filter((part) => part !== undefined).join(' · ');
}
