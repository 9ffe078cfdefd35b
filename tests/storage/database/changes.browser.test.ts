import { expect, it } from 'vitest';
import { announceChange, onChange, type Change } from '../../../src/storage/database/changes';
import { copySavesBy } from '../../../src/storage/database/durable-write';
import { readClip } from '../../../src/storage/clip-lookup';
import { changePreferences } from '../../../src/storage/stored-preferences';
import { saveClip } from '../../../src/storage/saved-clip';
import { undoLastChange } from '../../../src/storage/undo';
import { article, openFreshDatabase } from '../fresh-database';

it('announces a clip that was saved, once it can be read', async () => {
  const database = await openFreshDatabase();
  const id = crypto.randomUUID();
  const { promise, resolve } = Promise.withResolvers<Change>();
  const stop = onChange((change) => {
    if (change.clips?.includes(id)) resolve(change);
  });
  const { issue } = await saveClip(
    database,
    { content: article },
    { now: () => new Date(), newId: () => id },
  );
  expect(await promise).toStrictEqual({ clips: [id], issues: [issue?.id], preferences: true });
  expect(await readClip(database, id)).toBeDefined();
  stop();
});

it('announces a save and its Undo while they are still being copied, because the page may close', async () => {
  const database = await openFreshDatabase();
  const copied = Promise.withResolvers<undefined>();
  copySavesBy({
    widen: (stores) => stores,
    record: (transaction) => [transaction, () => Promise.resolve(undefined)],
    keep: () => copied.promise,
  });
  const heard: string[] = [];
  const stop = onChange(({ clips = [] }) => heard.push(...clips));
  const id = crypto.randomUUID();
  const saving = saveClip(database, { content: article }, { now: () => new Date(), newId: () => id });
  await expect.poll(() => heard).toContain(id);
  expect(await Promise.race([saving, Promise.resolve('not yet')])).toBe('not yet');
  heard.length = 0;
  const undoing = undoLastChange(database, id);
  await expect.poll(() => heard).toContain(id);
  expect(await Promise.race([undoing, Promise.resolve('not yet')])).toBe('not yet');
  copied.resolve(undefined);
  await Promise.all([saving, undoing]);
  stop();
});

it('announces nothing of a write that failed', async () => {
  const database = await openFreshDatabase();
  const heard: Change[] = [];
  const stop = onChange((change) => heard.push(change));
  const failing = changePreferences(database, () => {
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  announceChange({ clips: ['last'] });
  await expect.poll(() => heard.at(-1)).toStrictEqual({ clips: ['last'] });
  expect(heard.filter((change) => change.preferences)).toStrictEqual([]);
  stop();
});

it('tells a listener nothing more once it has ended', async () => {
  const heard: Change[] = [];
  const stop = onChange((change) => heard.push(change));
  stop();
  const { promise, resolve } = Promise.withResolvers<Change>();
  const stopOther = onChange(resolve);
  announceChange({ preferences: true });
  await promise;
  expect(heard).toStrictEqual([]);
  stopOther();
});
