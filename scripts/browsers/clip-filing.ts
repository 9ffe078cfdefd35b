import { waitUntilSaved } from './saved-clip.ts';
import { waitFor, type View } from './session.ts';

interface Filing {
  comment?: string;
  /** The title of the section, which is made if there is none. Absent: the section that the popup has chosen. */
  section?: string;
}

/**
 * Writes into the popup's fields by keyboard. As a user does, it looks where the keys go before it types: a popup that has only
 * just opened has its focus nowhere.
 */
export async function typeIntoPopup(popup: View, { comment = '', section }: Filing): Promise<void> {
  await waitFor('the focus in the comment', () =>
    popup.run(() => document.activeElement?.matches('textarea, [role=textbox]') === true),
  );
  if (comment !== '') await popup.type(comment);
  if (section === undefined) return;
  await popup.press('Shift+Tab');
  await waitFor('the focus in the section', () =>
    popup.run(() => document.activeElement?.matches('[role=combobox]') === true),
  );
  await popup.type(section);
  await waitFor(`the section “${section}”`, () =>
    popup.run((title) => (document.activeElement as HTMLInputElement).value === title, section),
  );
}

/** Writes into the popup's fields, saves with the keyboard, waits until the clip is saved, and closes the popup. */
export async function fileInPopup(popup: View, filing: Filing): Promise<void> {
  await typeIntoPopup(popup, filing);
  await popup.press('Control+Enter');
  await waitUntilSaved(popup);
  await popup.close();
}
