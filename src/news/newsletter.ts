import * as v from 'valibot';
import { editsSchema } from './edits/edits';
import type { Clip } from './clip';
import { recordIdSchema } from './record-id';
import type { Issue } from './issue';

/** The newsletter of everybody who has one: its id is the same on all machines, so that theirs become one when they merge. */
export const FIRST_NEWSLETTER = 'newsletter';

/** Whether what lies under this id (`issueId` of a clip) lies in a newsletter's inbox rather than in an issue. */
export function isInbox(issueId: string): boolean {
  return issueId === FIRST_NEWSLETTER;
}

/** What is true of a newsletter rather than of one of its issues. */
export const newsletterSchema = v.object({
  id: recordIdSchema,
  /** The draft that receives clips, as long as it is one. Absent: nobody has chosen one, and it is the issue made last. */
  currentIssueId: v.exactOptional(recordIdSchema),
  /** What has become of the fields: what a merge needs, kept by storage. Absent: they are as they were first. */
  edits: v.exactOptional(editsSchema),
});
export type Newsletter = v.InferOutput<typeof newsletterSchema>;

/** Whether a change brings a clip into the issue that it lies in afterwards: it was elsewhere before, or in the bin. */
export function entersIssue(before: Clip, after: Clip): boolean {
  return after.binnedAt === undefined && (before.binnedAt !== undefined || before.issueId !== after.issueId);
}

/** Puts a clip that would enter a published issue into the inbox. */
export function putIntoInbox({ sectionId, ...clip }: Clip): Clip {
  return { ...clip, issueId: FIRST_NEWSLETTER, lateFor: clip.issueId };
}

/** Whether an issue has not been published. */
export function isDraft({ publication }: Pick<Issue, 'publication'>): boolean {
  return publication === undefined;
}

/** Published issues are locked, except while they are corrected; drafts can be edited, however many there are. */
export function isLocked({
  publication,
  isBeingCorrected,
}: Pick<Issue, 'publication' | 'isBeingCorrected'>): boolean {
  return publication !== undefined && isBeingCorrected !== true;
}

/** The issue that receives clips. `undefined`: the one that was chosen is published. */
export function currentDraft(named: Issue | undefined, last: Issue | undefined): Issue | undefined {
  const issue = named ?? last;
  return issue !== undefined && isDraft(issue) ? issue : undefined;
}
