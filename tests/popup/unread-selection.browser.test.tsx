import { render } from 'preact';
import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { ClipStatus } from '../../popup/clip-status';
import { pageAtHand } from './page-at-hand';

afterEach(() => {
  render(null, document.body);
});

it('says that a selection could not be read, and offers to read the page again', async () => {
  const context = { capture: { page: { ...pageAtHand(), isSelectionUnread: true } }, opened: {} };
  render(
    <ClipStatus context={context} onOpenClip={() => undefined} onReadAgain={() => undefined} />,
    document.body,
  );
  await expect.element(page.getByText('uiSelectionUnread')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'popupReadAgain' })).toBeVisible();
});
