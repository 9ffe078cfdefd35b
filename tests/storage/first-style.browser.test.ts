import { expect, it } from 'vitest';
import { REPORT } from '../../src/news/house-style';
import { readBackup, writeBackup } from '../../src/storage/backup/backup';
import { restoreBackup } from '../../src/storage/backup/restoring';
import type { Database } from '../../src/storage/database/database';
import { setFirstStyle } from '../../src/storage/first-style';
import { readPreferences } from '../../src/storage/preferences-lookup';
import { saveClip } from '../../src/storage/saved-clip';
import { changePreferences } from '../../src/storage/stored-preferences';
import { article, openFreshDatabase } from './fresh-database';

const styleIn = async (database: Database) => (await readPreferences(database)).houseStyle;

async function openIn(language: string): Promise<Database> {
  const database = await openFreshDatabase();
  await setFirstStyle(database, language);
  return database;
}

async function mergeInto(database: Database, other: Database): Promise<void> {
  await restoreBackup(database, await readBackup(await writeBackup(other)), 'merge');
}

it.each([
  ['ru', { commentLabel: 'Комментарий:', contentsTitle: 'Содержание:', outletMark: ' — ', gapMark: '…' }],
  ['zh-Hans', { commentLabel: '评论：', contentsTitle: '目录：', outletMark: '——', gapMark: '……' }],
])('a new newsletter has the words and marks of the interface, %s', async (language, words) => {
  const style = await styleIn(await openIn(language));
  expect(style).toMatchObject({ language, ...words, dateForm: REPORT.dateForm });
});

it.each(['en', 'es'])('a new newsletter has English words where the interface is in %s', async (language) => {
  expect(await styleIn(await openIn(language))).toStrictEqual(REPORT);
});

it('a newsletter that is there already keeps its words', async () => {
  const database = await openFreshDatabase();
  await saveClip(database, { content: article });
  await setFirstStyle(database, 'ru');
  expect(await styleIn(database)).toStrictEqual(REPORT);
});

it('a backup merged into a new database brings its language, whatever the interface', async () => {
  const english = await openFreshDatabase();
  await saveClip(english, { content: article });
  const russian = await openIn('ru');
  await saveClip(russian, { content: { ...article, address: 'https://b.example/' } });
  const [one, other, third] = [await openIn('zh-Hans'), await openIn('en'), await openIn('ru')];
  await mergeInto(one, english);
  await mergeInto(other, russian);
  expect(await styleIn(one)).toStrictEqual(REPORT);
  expect((await styleIn(other)).commentLabel).toBe('Комментарий:');
  await changePreferences(third, (all) => ({ ...all, title: 'Неделя' }));
  await mergeInto(third, english);
  expect(await readPreferences(third)).toMatchObject({ title: 'Неделя', houseStyle: { language: 'ru' } });
});
