import { printInOrder } from '../../../news/edits/ordered-json';
import { digestOf } from '../../../news/edits/digest';
import type { Migration } from './migration';

/**
 * The sixth version: clips without a section belong to the newsletter. Those of the current draft go to the inbox;
 * other issues keep theirs. It is an edit by one author of one number, so that machines which upgrade each for itself agree.
 */
export const moveToInbox: Migration = async (_database, transaction) => {
  const issues = transaction.objectStore('issues');
  const newsletter = (await transaction.objectStore('newsletters').get(INBOX)) as Named | undefined;
  const id = newsletter?.currentIssueId;
  const named = id === undefined ? undefined : ((await issues.get(id)) as Issue | undefined);
  const last = (await issues.index('createdAt').openCursor(null, 'prev'))?.value as Issue | undefined;
  const current = named ?? last;
  if (current === undefined || current.publication !== undefined) return;
  const clips = transaction.objectStore('clips');
  for (const clip of (await clips.index('issueId').getAll(current.id)) as Clip[]) {
    const isInSection = current.sections.some(({ id }) => id === clip.sectionId);
    if (!isInSection && clip.binnedAt === undefined) await clips.put(inInbox(clip));
  }
};

const INBOX = 'newsletter';

interface Named {
  currentIssueId?: string;
}

/** What this migration reads of records, as they were then. */
interface Issue {
  id: string;
  sections: { id: string }[];
  publication?: unknown;
}
interface Clip {
  issueId: string;
  sectionId?: string;
  binnedAt?: string;
  edits?: Record<string, unknown>;
}
interface Place {
  values: { id: string; value: unknown }[];
  gone: string[];
}

function inInbox({ sectionId, ...clip }: Clip): Clip {
  const { issueId, edits } = clip;
  const was = { issueId, ...(sectionId !== undefined && { sectionId }) };
  const before = edits?.['place'] as Place | undefined;
  const known = before ?? { values: [{ id: `0 ${digestOf(printInOrder(was))}`, value: was }], gone: [] };
  const gone = [...known.values.map(({ id }) => id), ...known.gone];
  const greatest = Math.max(...gone.map((id) => Number.parseInt(id, 10) || 0));
  const value = { issueId: INBOX };
  const place: Place = { values: [{ id: `${greatest + 1} inbox`, value }], gone: gone.sort() };
  return { ...clip, issueId: INBOX, edits: { ...edits, place } };
}
