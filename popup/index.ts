import { clipInPopupAddress } from '../src/browser/popup-address';
import { readTab } from './initial-read';

/** Present if the popup is opened on a stored clip. */
const clipId = clipInPopupAddress(location.href, Date.now());
const subject = clipId === undefined ? readTab() : { clipId };
void import('./popup-page').then(({ openPage }) => {
  openPage(subject);
});
