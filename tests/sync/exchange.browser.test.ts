import { describe, expect, it, beforeEach, afterEach, vi } from 'vitest';
import { printForms } from '../../src/newsletter/printed-forms';
import { readBackup } from '../../src/storage/backup/backup';
import { writeBackupFile } from '../../src/storage/backup/backup-file';
import { restoreBackup } from '../../src/storage/backup/restoring';
import { emptyBin, readBin, undoEmptyBin } from '../../src/storage/bin';
import { binClip, changeClip } from '../storage/changed-clip';
import { readCurrentIssue } from '../../src/storage/current-issue';
import { CLIP_STORES, putClipVersion } from '../../src/storage/clip-store';
import { SCHEMA_VERSION } from '../../src/storage/database/database';
import { writeDurably } from '../../src/storage/database/durable-write';
import { changeIssue } from '../../src/storage/issues';
import { copySaves } from '../../src/storage/journal/kept-saves';
import { readWorkspace } from '../../src/storage/outbox/workspace';
import { savePicture } from '../../src/storage/pictures';
import { publishIssue } from '../../src/storage/publishing';
import { saveClip } from '../../src/storage/saved-clip';
import { readSnapshot, saveSnapshot } from '../../src/storage/snapshots';
import { changePreferences } from '../../src/storage/stored-preferences';
import { article } from '../storage/fresh-database';
import { settle, twoMachines } from './machine';

beforeEach(() => copySaves(() => undefined));
afterEach(() => copySaves(() => undefined));

describe('two machines of one hub', () => {
  it('have each other’s clips, texts, pictures and preferences', async () => {
    const { laptop, desktop } = await twoMachines();
    const { clip } = await saveClip(laptop.database, { content: article });
    await saveSnapshot(laptop.database, clip.id, { text: 'The whole text' });
    const picture = await savePicture(
      laptop.database,
      new Blob([new Uint8Array(1_500_000).fill(7)], { type: 'image/png' }),
    );
    laptop.connect();
    await laptop.settle();
    await changePreferences(desktop.database, (before) => ({ ...before, title: 'The Week' }));
    desktop.connect();
    await settle(laptop, desktop);
    expect(await readSnapshot(desktop.database, clip.id)).toMatchObject({ text: 'The whole text' });
    expect((await desktop.database.get('pictures', picture))?.data.size).toBe(1_500_000);
    expect((await laptop.database.getAll('preferences'))[0]).toMatchObject({ title: 'The Week' });
  });

  it('count what waits once for many records that are sent, and not again for each that the hub returns', async () => {
    const { laptop } = await twoMachines();
    const { clip } = await saveClip(laptop.database, { content: article });
    laptop.connect();
    await laptop.settle();
    const reports = laptop.history.length;
    const clips = Array.from({ length: 120 }, (_, place) => ({ ...clip, id: `clip-${place}` }));
    await writeDurably(laptop.database, [...CLIP_STORES], async (transaction) => {
      for (const each of clips) await putClipVersion(transaction, each);
    });
    await expect.poll(() => laptop.database.count('outbox')).toBe(0);
    await laptop.settle();
    expect(laptop.history.length - reports).toBeLessThan(12);
  });

  it('clip for the same issue: the empty one of the machine that joins is removed', async () => {
    const { laptop, desktop } = await twoMachines();
    const { id } = await readCurrentIssue(laptop.database);
    await changeIssue(laptop.database, id, (issue) => ({ ...issue, title: 'Week 1' }));
    await readCurrentIssue(desktop.database);
    laptop.connect();
    await laptop.settle();
    desktop.connect();
    await settle(laptop, desktop);
    expect(await laptop.database.getAllKeys('issues')).toStrictEqual([id]);
    const { clip } = await saveClip(desktop.database, { content: article, newSection: 'Trade' });
    expect(clip.issueId).toBe(id);
    await settle(laptop, desktop);
  });

  it('exchange only whole editions, and mend a damaged one by that of another machine', async () => {
    const { laptop, desktop } = await twoMachines();
    const { clip } = await saveClip(laptop.database, { content: article, newSection: 'Trade' });
    await publishIssue(laptop.database, clip.issueId, printForms);
    const [edition] = await laptop.database.getAll('editions');
    if (edition === undefined) throw new Error('There is no edition');
    await laptop.database.put('editions', { ...edition, clipIds: [] });
    laptop.connect();
    desktop.connect();
    await settle(laptop, desktop);
    expect(await desktop.database.count('editions')).toBe(0);
    const restored = { store: 'editions', record: edition } as const;
    const backup = await readBackup(
      await writeBackupFile({ version: SCHEMA_VERSION, createdAt: clip.clippedAt }, [restored]),
    );
    await restoreBackup(desktop.database, backup, 'merge');
    await vi.waitFor(async () => expect(await laptop.database.getAll('editions')).toStrictEqual([edition]));
  });

  it('know each other, also if the first records came before the introduction of who wrote them', async () => {
    const { laptop, desktop } = await twoMachines();
    for (const path of ['1', '2', '3'])
      await saveClip(laptop.database, { content: { ...article, address: `https://a.example/${path}` } });
    laptop.connect();
    await laptop.settle();
    desktop.connect();
    await settle(laptop, desktop);
    await vi.waitFor(async () =>
      expect([...((await readWorkspace(desktop.database))?.machines?.keys() ?? [])]).toEqual(['laptop']),
    );
  });

  it('see a change while both are connected', async () => {
    const { laptop, desktop } = await twoMachines();
    laptop.connect();
    desktop.connect();
    await settle(laptop, desktop);
    const { clip } = await saveClip(laptop.database, { content: article });
    await vi.waitFor(async () => expect(await desktop.database.get('clips', clip.id)).toBeDefined());
    await changeClip(desktop.database, clip.id, (was) => ({ ...was, comment: 'From the desktop' }));
    await vi.waitFor(async () =>
      expect(await laptop.database.get('clips', clip.id)).toMatchObject({ comment: 'From the desktop' }),
    );
  });

  it('merge what both have written to one clip while they were apart', async () => {
    const { laptop, desktop } = await twoMachines();
    const { clip } = await saveClip(laptop.database, {
      content: { ...article, comment: 'One two three' },
    });
    laptop.connect();
    desktop.connect();
    await settle(laptop, desktop);
    await Promise.all([laptop.disconnect(), desktop.disconnect()]);
    await changeClip(laptop.database, clip.id, (was) => ({ ...was, comment: 'Zero one two three' }));
    await changeClip(desktop.database, clip.id, (was) => ({ ...was, comment: 'One two three four' }));
    laptop.connect();
    desktop.connect();
    await settle(laptop, desktop);
    expect((await laptop.database.get('clips', clip.id))?.comment).toMatch(/^Zero.* four$/u);
  });

  it('make one clip of two of the same article', async () => {
    const { laptop, desktop } = await twoMachines();
    laptop.connect();
    desktop.connect();
    await saveClip(laptop.database, { content: article, articleKey: 'talks' });
    await settle(laptop, desktop);
    await Promise.all([laptop.disconnect(), desktop.disconnect()]);
    const [issue] = await laptop.database.getAll('issues');
    for (const { database } of [laptop, desktop])
      await saveClip(database, { content: { ...article, headline: 'Other' }, articleKey: 'other' });
    expect(issue).toBeDefined();
    laptop.connect();
    desktop.connect();
    await settle(laptop, desktop);
    expect(await laptop.database.count('clips')).toBe(2);
  });

  it('delete for good what one has deleted, and keep later words in the bin', async () => {
    const { laptop, desktop } = await twoMachines();
    const clips = [];
    for (const headline of ['Gone', 'Kept'])
      clips.push(
        (await saveClip(laptop.database, { content: { ...article, headline }, articleKey: headline })).clip,
      );
    const [gone, kept] = clips.map(({ id }) => id) as [string, string];
    laptop.connect();
    desktop.connect();
    await settle(laptop, desktop);
    await Promise.all([laptop.disconnect(), desktop.disconnect()]);
    for (const id of [gone, kept]) await binClip(laptop.database, id);
    const emptied = await emptyBin(laptop.database);
    await changeClip(desktop.database, kept, (was) => ({ ...was, comment: 'Written later' }));
    laptop.connect();
    desktop.connect();
    await settle(laptop, desktop);
    expect(await desktop.database.get('clips', gone)).toBeUndefined();
    const bin = await readBin(laptop.database);
    expect(bin).toMatchObject([{ id: kept, comment: 'Written later' }]);
    await undoEmptyBin(laptop.database, emptied);
    await vi.waitFor(async () => expect(await desktop.database.get('clips', gone)).toBeDefined());
    await settle(laptop, desktop);
  });
});

describe('a hub', () => {
  it('that was emptied is filled again', async () => {
    const { hub, laptop, desktop } = await twoMachines();
    await saveClip(laptop.database, { content: article });
    laptop.connect();
    desktop.connect();
    await settle(laptop, desktop);
    const listSubjects = () => hub.values().map(({ subject }) => subject);
    // What the newest records are is written last, after the machines have said that they are in sync.
    await vi.waitFor(() => expect(listSubjects()).toContain('blobs.newest'));
    const before = listSubjects();
    hub.wipe();
    laptop.connect();
    await laptop.settle();
    const withoutDesktop = before.filter((subject) => subject !== 'machines.desktop'); // it has not come back
    await vi.waitFor(() => expect(new Set(listSubjects())).toStrictEqual(new Set(withoutDesktop)));
    desktop.connect();
    await settle(laptop, desktop);
    expect(new Set(listSubjects())).toStrictEqual(new Set(before));
  });

  it('that has lost the pieces of a picture gets them again from a machine that has it', async () => {
    const { hub, laptop, desktop } = await twoMachines();
    const data = new Blob([new Uint8Array(1_500_000).fill(7)], { type: 'image/png' });
    const picture = await savePicture(laptop.database, data);
    laptop.connect();
    await laptop.settle();
    hub.loseBlobs();
    desktop.connect(); // it has no such picture
    await settle(laptop, desktop);
    await vi.waitFor(async () => expect(await desktop.database.get('pictures', picture)).toBeDefined());
    await laptop.disconnect();
    hub.loseBlobs();
    hub.wipePlaces();
    laptop.connect(); // it looks at everything again
    await settle(laptop, desktop);
    expect(hub.values().some(({ subject }) => subject.startsWith('blobs.'))).toBe(true);
  });

  it('that went back to an old copy, where others have written as often since, loses no words', async () => {
    const { hub, laptop, desktop } = await twoMachines();
    const { clip } = await saveClip(laptop.database, { content: article });
    laptop.connect();
    desktop.connect();
    await settle(laptop, desktop);
    const goBack = hub.copy();
    await changeClip(laptop.database, clip.id, (was) => ({ ...was, comment: 'First' }));
    await settle(laptop, desktop);
    await laptop.disconnect();
    goBack();
    desktop.connect();
    await changeClip(desktop.database, clip.id, (was) => ({ ...was, dek: 'Second' }));
    await desktop.settle();
    laptop.connect();
    await settle(laptop, desktop);
    expect(await desktop.database.get('clips', clip.id)).toMatchObject({ comment: 'First', dek: 'Second' });
  });

  it('that is cut off at any write loses nothing', async () => {
    const { hub, laptop, desktop } = await twoMachines();
    let writes = 0;
    hub.onWrite = () => {
      if (++writes % 3 === 0) hub.cut();
    };
    for (let number = 0; number < 8; number += 1)
      await saveClip(laptop.database, {
        content: { ...article, headline: `Number ${number}` },
        articleKey: `${number}`,
      });
    for (let attempt = 0; attempt < 60; attempt += 1) {
      for (const machine of [laptop, desktop]) {
        machine.connect();
        await vi.waitFor(() => expect(machine.progress).toBeDefined(), 2_000).catch(() => undefined);
        await new Promise((resolve) => setTimeout(resolve, 30));
        await machine.disconnect();
      }
      if ((await desktop.database.count('clips')) === 8) break;
    }
    hub.onWrite = () => undefined;
    laptop.connect();
    desktop.connect();
    await settle(laptop, desktop);
    expect(await desktop.database.count('clips')).toBe(8);
    await expect.poll(() => laptop.database.count('outbox')).toBe(0); // emptied after the hub has the next nonce
  });

  it('sees none of the words', async () => {
    const { hub, laptop } = await twoMachines();
    await saveClip(laptop.database, { content: article });
    laptop.connect();
    await laptop.settle();
    const seen = hub.values().map(({ value }) => new TextDecoder('latin1').decode(value));
    for (const words of ['Talks go on', 'The Daily', 'daily.example', 'headline'])
      expect(seen.join('\n')).not.toContain(words);
  });

  it('that gives forged and swapped values changes nothing here, and is told so', async () => {
    const { hub, laptop, desktop } = await twoMachines();
    const { clip } = await saveClip(laptop.database, { content: article });
    laptop.connect();
    desktop.connect();
    await settle(laptop, desktop);
    const before = await laptop.contents();
    const issue = hub.values().find(({ subject }) => subject.startsWith('issues.'));
    if (issue?.value === undefined) throw new Error('The hub has no issue');
    hub.forge(`clips.${clip.id}`, issue.value);
    hub.forge('clips.new', new Uint8Array(600));
    const problems = () => laptop.history.flatMap(({ refused }) => refused.map(({ problem }) => problem));
    await vi.waitFor(() =>
      expect([...new Set(problems())].sort()).toStrictEqual(['no-value', 'not-authentic']),
    );
    expect(await laptop.contents()).toStrictEqual(before);
    expect(await readWorkspace(laptop.database)).toBeDefined();
  });
});
