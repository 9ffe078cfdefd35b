import type { Clip } from '../clip';
import type { Issue } from '../issue';
import { newsletterOf } from '../newsletter';

/** Whether an issue cannot be edited: it is published and not being corrected. */
export function isLocked({
  publication,
  isBeingCorrected,
}: Pick<Issue, 'publication' | 'isBeingCorrected'>): boolean {
  return publication !== undefined && isBeingCorrected !== true;
}

/** Whether a change brings a clip into an issue: it was in another one before, or in the bin. */
export function entersIssue(before: Clip, after: Clip): boolean {
  return after.binnedAt === undefined && (before.binnedAt !== undefined || before.issueId !== after.issueId);
}

/** Puts a clip that would enter a published issue into the inbox of its newsletter. */
export function putIntoInbox({ sectionId, ...clip }: Clip, issue: Issue): Clip {
  return { ...clip, issueId: newsletterOf(issue), lateFor: clip.issueId };
}
