import { lookAtTab } from './first-look';

/** Of a popup that is opened on a stored clip. */
const clipId = new URLSearchParams(location.search).get('clip');
const subject = clipId === null ? lookAtTab() : { clipId };
void import('./page').then(({ openPage }) => {
  openPage(subject);
});
