import fc from 'fast-check';
import { expect, it } from 'vitest';
import { randomNumbers } from '../../../scripts/random-numbers';
import type { Clip } from '../../../src/news/clip';
import { readBackup, writeBackup } from '../../../src/storage/backup/backup';
import { readClip } from '../../../src/storage/clip-lookup';
import { binClip, changeClip, restoreClip } from '../changed-clip';
import { readCurrentIssue } from '../../../src/storage/current-issue';
import type { Database } from '../../../src/storage/database/database';
import { changeIssue } from '../../../src/storage/issues';
import { changePreferences } from '../../../src/storage/stored-preferences';
import { readPreferences } from '../../../src/storage/preferences-lookup';
import { restoreBackup } from '../../../src/storage/backup/restoring';
import { saveClip } from '../../../src/storage/saved-clip';
import { contentOf } from '../backup-content';
import { article, openFreshDatabase } from '../fresh-database';
import { runsOf } from '../../property-runs';

const RUNS = runsOf(6);

async function backUp(database: Database): Promise<Blob> {
  return writeBackup(database);
}

async function mergeInto(database: Database, file: Blob): Promise<void> {
  await restoreBackup(database, await readBackup(file), 'merge');
}

/** A second machine with everything that the first one has. */
async function copyOf(database: Database): Promise<Database> {
  const copy = await openFreshDatabase();
  await restoreBackup(copy, await readBackup(await backUp(database)), 'replace');
  return copy;
}

async function write(database: Database, id: string, change: Partial<Clip>): Promise<void> {
  await changeClip(database, id, (clip) => ({ ...clip, ...change }));
}

async function commentOf(database: Database, id: string): Promise<string | undefined> {
  return (await readClip(database, id))?.comment;
}

it('keeps words that were written between two merges of the same backup', async () => {
  const ours = await openFreshDatabase();
  const { clip } = await saveClip(ours, { content: { ...article, comment: 'First.' } });
  const theirs = await copyOf(ours);
  const file = await backUp(theirs);
  await mergeInto(ours, file);
  await write(ours, clip.id, { comment: 'First. Ours.' });
  await mergeInto(ours, file);
  await write(theirs, clip.id, { comment: 'Theirs. First.' });
  await mergeInto(ours, await backUp(theirs));
  expect(await commentOf(ours, clip.id)).toBe('Theirs. First. Ours.');
});

it('settles between three machines in one exchange, with each one’s words once', async () => {
  const first = await openFreshDatabase();
  const { clip } = await saveClip(first, { content: { ...article, comment: 'Base.' } });
  const machines = [first, await copyOf(first), await copyOf(first)];
  for (const [place, machine] of machines.entries())
    await write(machine, clip.id, { comment: `Base. Words${place}` });
  for (const round of [1, 2])
    for (const machine of machines)
      for (const other of machines)
        if (machine !== other) {
          const before = await contentOf(await backUp(machine));
          await mergeInto(machine, await backUp(other));
          if (round === 2) expect(await contentOf(await backUp(machine))).toStrictEqual(before);
        }
  const comments = await Promise.all(machines.map((machine) => commentOf(machine, clip.id)));
  expect(new Set(comments).size).toBe(1);
  for (const word of ['Base', 'Words0', 'Words1', 'Words2']) expect(comments[0]?.split(word)).toHaveLength(2);
});

it('takes a clip out of the bin if another machine has edited it meanwhile', async () => {
  const ours = await openFreshDatabase();
  const { clip } = await saveClip(ours, { content: article });
  const theirs = await copyOf(ours);
  await binClip(ours, clip.id);
  await write(theirs, clip.id, { comment: 'It is needed.' });
  await mergeInto(ours, await backUp(theirs));
  await mergeInto(theirs, await backUp(ours));
  for (const machine of [ours, theirs])
    expect(await readClip(machine, clip.id)).toMatchObject({ comment: 'It is needed.' });
  expect((await readClip(ours, clip.id))?.binnedAt).toBeUndefined();
});

it('leaves a clip in the bin that nobody has edited, and takes it out for good when somebody restores it', async () => {
  const ours = await openFreshDatabase();
  const { clip } = await saveClip(ours, { content: article });
  const theirs = await copyOf(ours);
  await binClip(ours, clip.id);
  await mergeInto(ours, await backUp(theirs));
  expect((await readClip(ours, clip.id))?.binnedAt).toBeDefined();
  await mergeInto(theirs, await backUp(ours));
  expect((await readClip(theirs, clip.id))?.binnedAt).toBeDefined();
  await restoreClip(theirs, clip.id);
  await mergeInto(theirs, await backUp(ours));
  expect((await readClip(theirs, clip.id))?.binnedAt).toBeUndefined();
});

it('does not reverse a restored backup by the next merge', async () => {
  const ours = await openFreshDatabase();
  const { clip } = await saveClip(ours, { content: { ...article, comment: 'As it was.' } });
  const earlier = await backUp(ours);
  await write(ours, clip.id, { comment: 'A mistake.', headline: 'Wrong' });
  const theirs = await copyOf(ours);
  await restoreBackup(ours, await readBackup(earlier), 'replace');
  await mergeInto(ours, await backUp(theirs));
  expect(await readClip(ours, clip.id)).toMatchObject({ comment: 'As it was.', headline: article.headline });
});

it('makes one clip, with one id everywhere, of two that two machines made of one article', async () => {
  const ours = await openFreshDatabase();
  await readCurrentIssue(ours);
  const theirs = await copyOf(ours);
  const articleKey = 'daily.example/talks';
  for (const [machine, comment] of [
    [ours, 'Ours.'],
    [theirs, 'Theirs.'],
  ] as const)
    await saveClip(machine, { content: { ...article, comment }, articleKey });
  const fromOurs = await backUp(ours);
  await mergeInto(ours, await backUp(theirs));
  await mergeInto(theirs, fromOurs);
  const [one, other] = [await ours.getAll('clips'), await theirs.getAll('clips')];
  expect(one).toHaveLength(1);
  expect(one).toStrictEqual(other);
  expect(one[0]?.id).toBe(other[0]?.id);
  expect(one[0]?.comment).toContain('Ours.');
  expect(one[0]?.comment).toContain('Theirs.');
  expect(one[0]?.quotes).toHaveLength(1);
  await write(theirs, other[0]?.id ?? '', { comment: 'Settled.' });
  await mergeInto(ours, await backUp(theirs));
  expect((await ours.getAll('clips')).map(({ comment }) => comment)).toStrictEqual(['Settled.']);
});

it('makes one clip of one that comes out of the bin by a merge and another of its article', async () => {
  const ours = await openFreshDatabase();
  const articleKey = 'daily.example/talks';
  const { clip } = await saveClip(ours, { content: { ...article, comment: 'First.' }, articleKey });
  const theirs = await copyOf(ours);
  await binClip(theirs, clip.id);
  await saveClip(theirs, { content: { ...article, comment: 'Again.' }, articleKey });
  await write(ours, clip.id, { headline: 'Edited meanwhile' });
  await mergeInto(theirs, await backUp(ours));
  await mergeInto(ours, await backUp(theirs));
  const [one, other] = [await ours.getAll('clips'), await theirs.getAll('clips')];
  expect(one).toHaveLength(1);
  expect(other).toStrictEqual(one);
  for (const words of ['First.', 'Again.']) expect(one[0]?.comment).toContain(words);
});

it('merges what two machines have written in an issue and in the preferences', async () => {
  const ours = await openFreshDatabase();
  const { id } = await readCurrentIssue(ours);
  await changeIssue(ours, id, (issue) => ({ ...issue, introduction: 'A week.' }));
  const theirs = await copyOf(ours);
  await changeIssue(ours, id, (issue) => ({ ...issue, introduction: 'A calm week.' }));
  await changeIssue(theirs, id, (issue) => ({
    ...issue,
    introduction: 'A week. More below.',
    title: 'News',
  }));
  await changePreferences(ours, (all) => ({ ...all, outletNames: { 'a.example': 'A' } }));
  await changePreferences(theirs, (all) => ({ ...all, outletNames: { 'b.example': 'B' }, signOff: 'Bye.' }));
  await mergeInto(ours, await backUp(theirs));
  expect(await readCurrentIssue(ours)).toMatchObject({
    introduction: 'A calm week. More below.',
    title: 'News',
  });
  expect(await readPreferences(ours)).toMatchObject({
    outletNames: { 'a.example': 'A', 'b.example': 'B' },
    signOff: 'Bye.',
  });
});

it(
  'has every word once on every machine, whatever they have written, binned, merged, restored or copied',
  { timeout: 60_000 + RUNS * 20_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1 }), async (seed) => {
        const { machines, stays, id } = await workOn(seed);
        const exchange = async () => {
          for (const machine of machines)
            for (const other of machines)
              if (machine !== other) await mergeInto(machine, await backUp(other));
          return Promise.all(machines.map((machine) => readClip(machine, id)));
        };
        await exchange();
        const [first, ...others] = await exchange();
        const unnumbered = (clip?: Clip) => ({ ...clip, revision: 0 });
        for (const other of others) expect(unnumbered(other)).toStrictEqual(unnumbered(first));
        const [same, ...all] = await exchange(); // their numbers are the last to settle
        for (const other of all) expect(other).toStrictEqual(same);
        const words = `${first?.headline} ${first?.comment}`;
        expect([...stays].filter((mark) => words.split(mark).length !== 2)).toStrictEqual([]);
        machines.forEach((machine) => machine.close());
      }),
      { numRuns: RUNS },
    );
  },
);

/** Random edits of one clip by two to four machines. `stays`: the words that nobody has deleted. */
async function workOn(seed: number): Promise<{ machines: Database[]; stays: Set<string>; id: string }> {
  const random = randomNumbers(seed);
  const below = (most: number) => Math.floor(random() * most);
  const first = await openFreshDatabase();
  const machines = [first];
  const { clip } = await saveClip(first, { content: { ...article, comment: 'm0x' } });
  const stays = new Set(['m0x']);
  const files: Blob[] = [];
  const pick = () => machines[below(machines.length)] ?? first;
  for (let step = 1; step < 20; step += 1) {
    const machine = pick();
    const act = below(10);
    if (act < 4) {
      const field = random() < 0.5 ? 'headline' : 'comment';
      await changeClip(machine, clip.id, (stored) => {
        const words = (stored[field] ?? '').split(' ').filter(Boolean);
        const [gone] = random() < 0.4 ? words.splice(below(words.length), 1) : [];
        if (gone !== undefined) for (const mark of gone.match(/m\d+x/gu) ?? []) stays.delete(mark);
        words.splice(below(words.length + 1), 0, `m${step}x`);
        stays.add(`m${step}x`);
        return { ...stored, [field]: words.join(' ') };
      });
    } else if (act === 4) files.push(await backUp(machine));
    else if (act === 5) await binClip(machine, clip.id);
    else if (act === 6 && machines.length < 4) machines.push(await copyOf(machine));
    else
      await mergeInto(
        machine,
        (act === 7 ? files[below(files.length)] : undefined) ?? (await backUp(pick())),
      );
  }
  return { machines, stays, id: clip.id };
}
