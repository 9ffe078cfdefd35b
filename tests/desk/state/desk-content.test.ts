import { expect, it } from 'vitest';
import { withoutKnown, type DeskContent } from '../../../desk/state/desk-content';
import type { Clip } from '../../../src/news/clip';
import { REPORT } from '../../../src/news/house-style';
import type { Issue } from '../../../src/news/issue';

const now = '2026-11-27T09:00:00.000Z';
const issue: Issue = { id: 'issue', sections: [], createdAt: now, changedAt: now, revision: 4 };
const clip: Clip = {
  id: 'clip',
  issueId: 'issue',
  rank: 'a0',
  showDate: true,
  showLanguage: false,
  quotes: [],
  clippedAt: now,
  changedAt: now,
  revision: 7,
};
const content: DeskContent = {
  issue,
  isEditable: true,
  inbox: [],
  issues: [issue],
  newsletterId: 'newsletter',
  newsletters: [{ id: 'newsletter' }],
  everyIssue: [issue],
  clips: [clip],
  bin: [],
  style: REPORT,
  exportPreferences: { target: 'markdown' },
};

it('does not read again what this desk itself has written', () => {
  expect(withoutKnown({ clips: ['clip'], revisions: { clip: 7 } }, content)).toBeUndefined();
  expect(withoutKnown({ issues: ['issue'], revisions: { issue: 4 } }, content)).toBeUndefined();
});

it('reads what another page has written, and what may not be in the content', () => {
  const later = { clips: ['clip'], revisions: { clip: 8 } };
  expect(withoutKnown(later, content)).toStrictEqual({ clips: ['clip'] });
  expect(withoutKnown({ clips: ['clip'] }, content)).toStrictEqual({ clips: ['clip'] });
  expect(withoutKnown({ clips: ['new'], revisions: { new: 1 } }, content)).toStrictEqual({ clips: ['new'] });
  expect(withoutKnown({ preferences: true }, content)).toStrictEqual({ preferences: true });
});

it('reads only the records that have changed', () => {
  const change = { clips: ['clip', 'new'], issues: ['issue'], revisions: { clip: 7, issue: 5 } };
  expect(withoutKnown(change, content)).toStrictEqual({ clips: ['new'], issues: ['issue'] });
});
