import type { Issue } from '../../src/news/issue';
import type { Translate } from '../../src/ui/translation-context';
import { dayOf, describeDays } from '../../src/news/text/day';

/** What an issue is called: its title, or the day on which it was begun. */
export function nameIssue(issue: Issue | undefined, translate: Translate): string {
  if (issue === undefined) return '';
  return (
    issue.title ?? translate('deskUntitledOf', describeDays(translate('languageOfStrings'), begunOn(issue)))
  );
}

/** What tells apart issues of one title: when it was published, else when it was begun. */
export function describeIssue(issue: Issue, translate: Translate): string {
  const language = translate('languageOfStrings');
  const { publication } = issue;
  return publication === undefined
    ? translate('deskBegunNote', describeDays(language, begunOn(issue)))
    : translate('deskPublishedNote', describeDays(language, publication.on));
}

/** `YYYY-MM-DD`, where the analyst is. */
export function begunOn({ createdAt }: Pick<Issue, 'createdAt'>): string {
  return dayOf(new Date(createdAt));
}
