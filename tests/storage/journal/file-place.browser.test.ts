import { expect, it, vi } from 'vitest';
import { storageBuckets } from '../../../src/storage/database/replacement-database';
import { isUnfinished, nameCopyFile, nameUnfinished } from '../../../src/storage/journal/copy-file';
import { copyTurns } from '../../../src/storage/journal/copy-turns';
import { filePlaces } from '../../../src/storage/journal/file-place';
import { printSave } from '../../../src/storage/journal/save-file';
import { freshName } from '../fresh-database';

function openPlaces() {
  if (storageBuckets === undefined) throw new Error('This browser has no file systems of its own');
  return filePlaces(freshName(), storageBuckets);
}

function nameSave(number: number): string {
  return nameCopyFile({
    kind: 'save',
    generation: 'one',
    number,
    id: `id${number}`,
    after: 'any',
    isPurge: false,
  });
}

const never = () => new Promise<never>(() => undefined);

it('lists no file whose content had not arrived when the browser was killed', async () => {
  const [place] = openPlaces();
  vi.spyOn(WritableStream.prototype, 'close').mockImplementation(never);
  void place.replace('turn-1-1', new Map([[nameSave(1), 'Words.']]), []);
  await vi.waitFor(async () => expect((await place.names()).some(isUnfinished)).toBe(true));
  vi.restoreAllMocks();
  expect(await place.names()).not.toContain(nameSave(1));
});

it('receives such a file with its next turn, and what was left of it is removed', async () => {
  const places = openPlaces();
  const [first, second, ...others] = places;
  const text = await printSave(nameSave(1), []);
  await second?.replace('turn-2-2', new Map([[nameSave(1), text]]), []);
  for (const [place, other] of others.entries())
    await other.replace(`turn-${place + 3}-3`, new Map([[nameSave(1), text]]), []);
  await first.replace('turn-1-1', new Map([[nameUnfinished(), 'Wor']]), []);
  const save = nameSave(2);
  await copyTurns(places, (work) => work()).write(save, await printSave(save, []));
  const names = await first.names();
  expect(names).toStrictEqual(
    expect.arrayContaining([nameSave(1), save, expect.stringMatching(/^turn-7-/u)]),
  );
  expect(names).toHaveLength(3);
  expect(await (await first.read(nameSave(1)))?.content.text()).toBe(text);
});

it('no longer has the record of the turn before while it is written', async () => {
  const [place] = openPlaces();
  await place.replace('turn-1-1', new Map([[nameSave(1), 'Words.']]), []);
  vi.spyOn(WritableStream.prototype, 'close').mockImplementation(never);
  void place.replace('turn-7-7', new Map([[nameSave(2), 'Words.']]), ['turn-1-1']);
  await vi.waitFor(async () => expect((await place.names()).some(isUnfinished)).toBe(true));
  vi.restoreAllMocks();
  expect(await Promise.all(['turn-1-1', 'turn-7-7'].map(place.has))).toStrictEqual([false, true]);
});

it('has a save although the page is closed before the place has received what others have', async () => {
  const places = openPlaces();
  const older = await Promise.all(
    Array.from({ length: 40 }, async (_, number) => {
      const name = nameSave(number + 1);
      return [name, await printSave(name, [])] as const;
    }),
  );
  for (const place of places.slice(1)) await place.replace('turn-2-2', new Map(older), []);
  const { prototype } = FileSystemFileHandle;
  // oxlint-disable-next-line typescript/unbound-method -- it is called on the handle below
  const { createWritable } = prototype;
  let count = 0;
  vi.spyOn(prototype, 'createWritable').mockImplementation(function (this: FileSystemFileHandle) {
    count += 1;
    return count > 8 ? never() : createWritable.call(this);
  });
  const save = nameSave(99);
  void copyTurns(places, (work) => work()).write(save, await printSave(save, []));
  await vi.waitFor(() => expect(count).toBeGreaterThan(8));
  vi.restoreAllMocks();
  expect(await places[0].names()).toContain(save);
});

it('replaces a file of the same name', async () => {
  const [place] = openPlaces();
  await place.write('removal', '1');
  await place.write('removal', '22');
  expect(await place.names()).toStrictEqual(['removal']);
  expect(await (await place.read('removal'))?.content.text()).toBe('22');
});
