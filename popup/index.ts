import { clipInPopupAddress } from '../src/browser/popup-address';
import { draftStorage } from '../src/storage/database/draft-storage';
import { loadStorage } from '../src/storage/database/key-value-storage';
import type { POPUP_CHANNEL } from '../src/sync/popup-pause';
import { readTab } from './initial-read';

/* What is exchanged with a hub meanwhile waits. The name is written out, because code that is shared would make the popup larger. */
new BroadcastChannel('popup' satisfies typeof POPUP_CHANNEL).postMessage(0);

/** Present if the popup is opened on a stored clip. */
const clipId = clipInPopupAddress(location.href, Date.now());
const subject = clipId === undefined ? readTab() : { clipId };
/** The popup takes keys only when it can keep them, even if it is closed at once. */
const isLoaded = import.meta.env.MODE === 'firefox' && loadStorage(draftStorage);
void Promise.all([import('./popup-page'), isLoaded]).then(([{ openPage }]) => openPage(subject));
