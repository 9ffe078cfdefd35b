import { clipInPopupAddress } from '../src/browser/popup-address';
import { draftStorage } from '../src/storage/database/draft-storage';
import { loadStorage } from '../src/storage/database/key-value-storage';
import { readTab } from './initial-read';

/** Present if the popup is opened on a stored clip. */
const clipId = clipInPopupAddress(location.href, Date.now());
const subject = clipId === undefined ? readTab() : { clipId };
/** The popup takes keys only when it can keep them, even if it is closed at once. */
const isLoaded = import.meta.env.MODE === 'firefox' && loadStorage(draftStorage);
void import('./popup-page').then(async ({ openPage }) => {
  await isLoaded;
  openPage(subject);
});
