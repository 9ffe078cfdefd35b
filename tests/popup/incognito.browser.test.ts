import { h, render } from 'preact';
import { afterEach, expect, it } from 'vitest';
import { ClipStatus } from '../../popup/clip-status';
import { noteIncognitoExplained, explainIncognito } from '../../popup/clip-notes';
import { Clipping } from '../../popup/clipping';
import { openOnTab } from '../../popup/popup-startup';
import type { Database } from '../../src/storage/database/database';
import { Translation } from '../../src/ui/translation-context';
import { openFreshDatabase } from '../storage/fresh-database';
import { save } from './opened-popup';
import { dependenciesFor } from './page-at-hand';

afterEach(() => {
  render(null, document.body);
});

/** The popup over a tab of an Incognito window, and its messages about the article. */
async function openInIncognito(database: Database): Promise<{ clipping: Clipping; words: string }> {
  const clipping = new Clipping();
  const dependencies = dependenciesFor(database);
  await openOnTab(clipping, {
    ...dependencies,
    readActiveTab: async () => ({ ...(await dependencies.readActiveTab()), isIncognito: true }),
  });
  await explainIncognito(clipping, dependencies);
  const nothing = () => undefined;
  const view = h(ClipStatus, { context: clipping.state.context, onOpenClip: nothing, onReadAgain: nothing });
  render(
    h(Translation, { value: (key: string) => (key === 'languageOfStrings' ? 'en' : key), children: view }),
    document.body,
  );
  return { clipping, words: document.body.innerText };
}

it('in Incognito the popup says where clips are kept, until the first one is saved there', async () => {
  const database = await openFreshDatabase();
  expect((await openInIncognito(database)).words).toContain('popupIncognito');
  const { clipping, words } = await openInIncognito(database);
  expect(words).toContain('popupIncognito');
  await save(clipping, database);
  await noteIncognitoExplained(clipping, dependenciesFor(database));
  expect((await openInIncognito(database)).words).not.toContain('popupIncognito');
});
