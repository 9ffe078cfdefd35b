import { expect, it, vi } from 'vitest';
import { NoAnswerError } from '../../src/browser/time-limit';
import { clipFromShortcut } from '../../src/background/shortcut-clip';

const { findSelection, reportFailedClip } = vi.hoisted(() => ({
  findSelection: vi.fn<() => Promise<undefined>>(),
  reportFailedClip: vi.fn(),
}));
vi.mock('../../src/browser/page-selection', () => ({ findSelection }));
vi.mock('../../src/browser/translation', () => ({ translate: (name: string) => name }));
vi.mock('../../src/background/menu-clip', () => ({ clipFromMenu: vi.fn(), reportFailedClip }));

it.each([
  ['the page was too slow', new NoAnswerError('No answer within 1500 ms'), 'noticeNoAnswer'],
  ['the browser does not let extensions read it', new Error('Cannot access contents'), 'noticeUnreadable'],
])('after the shortcut, a notice says that %s', async (_, error, notice) => {
  findSelection.mockRejectedValueOnce(error);
  await clipFromShortcut({ id: 7 });
  expect(reportFailedClip).toHaveBeenLastCalledWith(notice, 7);
});
