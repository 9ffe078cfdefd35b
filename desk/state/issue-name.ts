import type { Issue } from '../../src/news/issue';
import type { Translate } from '../../src/ui/translation-context';
import { dayOf, describeDays } from './day';

/** Issues often share a title: the day on which an issue was begun tells them apart. */
export function nameIssue(issue: Issue | undefined, translate: Translate): string {
  if (issue === undefined) return '';
  const day = dayOf(new Date(issue.createdAt));
  return translate('deskIssueOf', describeDays(translate('languageOfStrings'), day));
}

/** What else is said of an issue: its title, and when it was published. */
export function describeIssue({ title, publication }: Issue, translate: Translate): string {
  const day = publication && describeDays(translate('languageOfStrings'), publication.on);
  const published = day && translate('deskPublishedNote', day);
  return [title, published].filter((part) => part !== undefined).join(' · ');
}
