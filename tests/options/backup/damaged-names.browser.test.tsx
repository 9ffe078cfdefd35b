import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { printForms } from '../../../src/newsletter/printed-forms';
import { writeBackup } from '../../../src/storage/backup/backup';
import type { Store } from '../../../src/storage/backup/backup-content';
import { changeIssue } from '../../../src/storage/issues';
import { createNewsletter } from '../../../src/storage/newsletters';
import { savePicture } from '../../../src/storage/pictures';
import { publishIssue } from '../../../src/storage/publishing';
import { saveClip } from '../../../src/storage/saved-clip';
import { saveSnapshot } from '../../../src/storage/snapshots';
import { changePreferences } from '../../../src/storage/stored-preferences';
import { article, openFreshDatabase } from '../../storage/fresh-database';
import { openOptionsPage } from '../options-page';

const TODAY = String.raw`\d{4}-\d\d-\d\d`;

/** How a damaged record of each kind is listed. */
const NAMES: Readonly<Record<Store, RegExp>> = {
  clips: new RegExp(`^Clip: Talks go on · ${TODAY}$`, 'u'),
  issues: new RegExp(`^Issue: The week · ${TODAY}$`, 'u'),
  drafts: new RegExp(`^Draft: Begun in the popup · ${TODAY}$`, 'u'),
  preferences: /^Options$/u,
  newsletters: new RegExp(`^Newsletter: Second letter · ${TODAY}$`, 'u'),
  editions: new RegExp(`^Published form of an issue: The week · ${TODAY}$`, 'u'),
  snapshots: new RegExp(`^Saved text of a page: Talks go on · ${TODAY}$`, 'u'),
  pictures: new RegExp(`^Cover picture: The week · ${TODAY}$`, 'u'),
  formers: /^Earlier version of a clip, for Undo: Talks go on/u,
};

/** The lines of a backup with a record of every kind. */
async function writeEveryKind(): Promise<string[]> {
  const database = await openFreshDatabase();
  const { clip } = await saveClip(database, { content: article, newSection: 'Diplomacy' });
  await saveSnapshot(database, clip.id, { text: 'All of it.' });
  await database.put('formers', { clipId: clip.id, clip, revision: clip.revision + 1 });
  const pictureId = await savePicture(database, new Blob(['picture'], { type: 'image/png' }));
  await changeIssue(database, clip.issueId, (issue) => ({
    ...issue,
    title: 'The week',
    cover: { pictureId },
  }));
  await publishIssue(database, clip.issueId, printForms);
  await changePreferences(database, (all) => ({ ...all, lastSection: 'Diplomacy' }));
  await createNewsletter(database, { title: 'Second letter' });
  await database.put('drafts', {
    key: 'tab:one',
    content: { ...article, headline: 'Begun in the popup' },
    touched: ['headline'],
    changedAt: clip.changedAt,
  });
  return (await (await writeBackup(database)).text()).split('\n');
}

const LISTED = Object.entries(NAMES).flatMap(([store, name]) =>
  (['behind', 'before'] as const).map((place) => ({ store, name, place })),
);

it.each(LISTED)(
  'names a damaged record of $store, damaged $place its beginning',
  async ({ store, name, place }) => {
    await openOptionsPage('backup');
    const lines = await writeEveryKind();
    const bad = lines.findLastIndex((line) => line.startsWith(`{"store":"${store}"`));
    const line = lines[bad] ?? '';
    lines[bad] = place === 'before' ? `${'?'.repeat(14)}${line.slice(14)}` : line.slice(0, -2);
    await page.getByLabelText('Backup file').upload(new File([lines.join('\n')], 'clipsheet.jsonl'));
    await expect
      .element(page.getByRole('region', { name: 'Backup', exact: true }).getByText(name))
      .toBeVisible();
  },
);
