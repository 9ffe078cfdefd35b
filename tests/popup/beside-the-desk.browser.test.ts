import { expect, it } from 'vitest';
import { Clipping } from '../../popup/clipping';
import { openOnClip } from '../../popup/popup-startup';
import { saveForm } from '../../popup/saving';
import { readClip } from '../../src/storage/clip-lookup';
import { changeClip } from '../storage/changed-clip';
import { saveClip } from '../../src/storage/saved-clip';
import { article, openFreshDatabase } from '../storage/fresh-database';
import { dependenciesFor } from './page-at-hand';

it('leaves what the desk has written meanwhile in other fields, and keeps the words of both in the same', async () => {
  const database = await openFreshDatabase();
  const { clip } = await saveClip(database, { content: { ...article, comment: 'Old.' } });
  const clipping = new Clipping();
  await openOnClip(clipping, clip.id, dependenciesFor(database));
  clipping.write('comment', 'Old. By the popup.');
  await changeClip(database, clip.id, (stored) => ({
    ...stored,
    headline: 'By the desk',
    comment: 'By the desk: old.',
  }));
  await saveForm(clipping, Promise.resolve(), dependenciesFor(database));
  const saved = await readClip(database, clip.id);
  expect(saved).toMatchObject({ headline: 'By the desk' });
  for (const words of ['By the desk', 'By the popup']) expect(saved?.comment).toContain(words);
  expect(clipping.state.form.content.headline).toBe('By the desk');
});

it('keeps the words of the desk in a field that a draft had been typed into before, and those of the draft', async () => {
  const database = await openFreshDatabase();
  const { clip } = await saveClip(database, {
    content: { ...article, sourceCredit: 'Wire', headline: 'Talks' },
  });
  const first = new Clipping();
  await openOnClip(first, clip.id, dependenciesFor(database));
  first.write('sourceCredit', 'Wire in Paris');
  await first.drafts.flush();
  await changeClip(database, clip.id, (stored) => ({ ...stored, sourceCredit: 'Newswire' }));
  const again = new Clipping();
  await openOnClip(again, clip.id, dependenciesFor(database));
  await saveForm(again, Promise.resolve(), dependenciesFor(database));
  const saved = await readClip(database, clip.id);
  for (const words of ['Newswire', 'in Paris']) expect(saved?.sourceCredit).toContain(words);
  expect(saved?.headline).toBe('Talks');
});

it('keeps all that was typed into a field of one line, however long', async () => {
  const database = await openFreshDatabase();
  const { clip } = await saveClip(database, { content: article });
  const clipping = new Clipping();
  await openOnClip(clipping, clip.id, dependenciesFor(database));
  const headline = 'Talks go on. '.repeat(1_000).trim();
  clipping.write('headline', headline);
  await saveForm(clipping, Promise.resolve(), dependenciesFor(database));
  expect((await readClip(database, clip.id))?.headline).toBe(headline);
});
