import { expect, it } from 'vitest';
import { History, type Action, type Outcome } from '../../../desk/state/history';
import type { Clip } from '../../../src/news/clip';

const ACTION: Action = { name: 'Talks moved', changes: {} };

/** A history with one action whose undoing ends when the test says so. */
function undoing(): { history: History; undone: Promise<void>; end: (outcome: Outcome) => void } {
  const history = new History();
  history.add(ACTION);
  let end: (outcome: Outcome) => void = () => undefined;
  const outcome = new Promise<Outcome>((resolve) => (end = resolve));
  return { history, undone: history.undo(() => outcome), end };
}

it('offers Redo while an undo is in progress, because keys may come faster', async () => {
  const { history, undone, end } = undoing();
  await Promise.resolve();
  expect(history.next).toEqual({ undo: undefined, redo: ACTION });
  end('done');
  await undone;
  expect(history.next).toEqual({ undo: undefined, redo: ACTION });
});

it('offers neither Undo nor Redo for what others have changed since', async () => {
  const { history, undone, end } = undoing();
  end('outdated');
  await undone;
  expect(history.next).toEqual({ undo: undefined, redo: undefined });
});

it('offers Undo again if it could not be written', async () => {
  const history = new History();
  history.add(ACTION);
  await expect(history.undo(() => Promise.reject(new Error('The disk is full')))).rejects.toThrow('full');
  expect(history.next).toEqual({ undo: ACTION, redo: undefined });
});

/** A change of one clip, from one revision to the next. */
function actionOf(name: string, revision: number, comment: string): Action {
  const clip = (at: number): Clip => ({
    id: 'talks',
    issueId: 'week',
    rank: 'a0',
    showDate: true,
    showLanguage: false,
    quotes: [],
    comment: `${comment} ${at}`,
    clippedAt: '2026-11-30T08:00:00.000Z',
    changedAt: '2026-11-30T08:00:00.000Z',
    revision: at,
  });
  return {
    name,
    changes: { clips: [{ before: clip(revision), after: clip(revision + 1) }] },
    mergeKey: name,
  };
}

it('undoes the latest edit first, in whatever order the saves of two fields are answered', () => {
  const history = new History();
  const [speaker, translation] = [actionOf('speaker', 4, 'Linn'), actionOf('translation', 5, 'weiter')];
  history.add(translation);
  history.add(speaker);
  expect(history.next.undo).toBe(translation);
});
