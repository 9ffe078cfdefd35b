import { clipInPopupAddress } from '../src/browser/popup-address';
import { lookAtTab } from './initial-read';

/** Of a popup that is opened on a stored clip. */
const clipId = clipInPopupAddress(location.href, Date.now());
const subject = clipId === undefined ? lookAtTab() : { clipId };
void import('./page').then(({ openPage }) => {
  openPage(subject);
});
