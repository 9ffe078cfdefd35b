import type { Issue } from './issue';

/** The id of the first newsletter. It is the same on all machines, so that merging makes one newsletter of them. */
export const FIRST_NEWSLETTER = 'newsletter';

/** The ids of further newsletters begin with this, so that the id alone tells an inbox from an issue. */
export const FURTHER_NEWSLETTER = 'newsletter-';

/** Whether the `issueId` of a clip is the id of a newsletter, whose inbox the clip is then in, and not of an issue. */
export function isInbox(issueId: string): boolean {
  return issueId === FIRST_NEWSLETTER || issueId.startsWith(FURTHER_NEWSLETTER);
}

/** The id of the newsletter to which an issue belongs. */
export function newsletterOf({ newsletterId = FIRST_NEWSLETTER }: Pick<Issue, 'newsletterId'>): string {
  return newsletterId;
}

/** Where a clip belongs. */
export interface Home {
  /** The id of an issue, or of the newsletter whose inbox it is. */
  issueId: string;
  newsletterId: string;
}

/**
 * Where a clip belongs: in its issue, in the inbox of a newsletter, or in the first inbox if its issue is missing (a damaged backup lacked
 * it, or it has yet to come from another machine).
 *
 * @param issue what is stored under the clip's `issueId`
 */
export function homeOf(
  { issueId }: { issueId: string },
  issue: Pick<Issue, 'newsletterId'> | undefined,
): Home {
  if (isInbox(issueId)) return { issueId, newsletterId: issueId };
  if (issue === undefined) return { issueId: FIRST_NEWSLETTER, newsletterId: FIRST_NEWSLETTER };
  return { issueId, newsletterId: newsletterOf(issue) };
}

/** Whether an issue has not been published. */
export function isDraft({ publication }: Pick<Issue, 'publication'>): boolean {
  return publication === undefined;
}

/** The issue that receives clips. `undefined`: the one that was chosen is published. */
export function currentDraft(named: Issue | undefined, last: Issue | undefined): Issue | undefined {
  const issue = named ?? last;
  return issue !== undefined && isDraft(issue) ? issue : undefined;
}
