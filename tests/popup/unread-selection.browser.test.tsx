import { render } from 'preact';
import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { Popup } from '../../popup/popup';
import { Translation } from '../../src/ui/translation-context';
import { translate } from '../desk/english';
import { openFreshDatabase } from '../storage/fresh-database';
import { openPopup } from './opened-popup';
import { pageAtHand } from './page-at-hand';

afterEach(() => {
  render(null, document.body);
});

const nothing = () => undefined;

it('says that a selection could not be read, and offers to read the page again', async () => {
  const clipping = await openPopup(await openFreshDatabase(), { ...pageAtHand(), isSelectionUnread: true });
  render(
    <Translation value={translate}>
      <Popup
        clipping={clipping}
        onSave={nothing}
        onFreeSpace={nothing}
        onUndoSave={nothing}
        onUndoClipped={nothing}
        onOpenDesk={nothing}
        onOpenOptions={nothing}
        onReadAgain={nothing}
      />
    </Translation>,
    document.body,
  );
  await expect.element(page.getByText('The selection could not be read completely.')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Read again' })).toBeVisible();
});
