import { editionsOf } from '../../src/news/editions/named-editions';
import type { Issue } from '../../src/news/issue';
import type { Translate } from '../../src/ui/translation-context';
import { dayOf, describeDays } from '../../src/news/text/day';

/** The name of an issue: its title, or the day on which it was begun. */
export function nameIssue(issue: Issue | undefined, translate: Translate): string {
  if (issue === undefined) return '';
  return (
    issue.title ?? translate('deskUntitledOf', describeDays(translate('languageOfStrings'), begunOn(issue)))
  );
}

/** Distinguishes issues with the same title: when it was published and corrected, otherwise when it was begun. */
export function describeIssue(issue: Issue, translate: Translate): string {
  const language = translate('languageOfStrings');
  const { publication } = issue;
  if (publication === undefined) return translate('deskBegunNote', describeDays(language, begunOn(issue)));
  const published = translate('deskPublishedNote', describeDays(language, publication.on));
  const after = issue.isBeingCorrected
    ? translate('deskBeingCorrected')
    : describeCorrection(issue, translate);
  return after === undefined ? published : `${published} · ${after}`;
}

/** When a published issue was last corrected; `undefined` if it was not. */
export function describeCorrection(issue: Issue, translate: Translate): string | undefined {
  const correctedAt = editionsOf(issue).at(-1)?.correctedAt;
  if (correctedAt === undefined) return undefined;
  const day = describeDays(translate('languageOfStrings'), dayOf(new Date(correctedAt)));
  return translate('deskCorrectedOn', day);
}

/** The day and time of an instant, in the analyst's time zone. */
export function describeInstant(instant: string, translate: Translate): string {
  const form = { dateStyle: 'medium', timeStyle: 'short' } as const;
  return new Intl.DateTimeFormat(translate('languageOfStrings'), form).format(new Date(instant));
}

/** The day on which an issue was begun, `YYYY-MM-DD`, in the analyst's time zone. */
export function begunOn({ createdAt }: Pick<Issue, 'createdAt'>): string {
  return dayOf(new Date(createdAt));
}

/** The day of the publication; of a draft, today. */
export function dayOfIssue({ publication }: Pick<Issue, 'publication'>): string {
  return publication?.on ?? dayOf(new Date());
}
