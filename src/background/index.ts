import browser from 'webextension-polyfill';
import { parseClipMessage } from '../browser/clip-message';
import { createMenus, nameMenusExactly, onMenuClick, readClipRequest } from '../browser/menus';
import { openWelcome } from '../browser/pages';
import { translate } from '../browser/translation';
import { onQuoteShortcut } from '../browser/shortcut';
import { tabFacts } from '../browser/tabs';
import { sweepBin } from '../storage/bin';
import { fallback, withDatabase } from '../storage/database/database';
import { enterReplacement } from '../storage/database/replacement-database';
import { setFirstStyle } from '../storage/first-style';
import { recordUncaught } from '../storage/database/error-log';
import { copySaves } from '../storage/journal/kept-saves';
import { answerClipMessage } from './clip-message-answer';
import { noteCopy } from './copy-outcome';
import { clipFromMenu } from './menu-clip';
import { clipFromShortcut } from './shortcut-clip';

/* All listeners are added synchronously, so that each event finds its listener when the browser starts the worker. */

browser.runtime.onInstalled.addListener(({ reason }) => {
  void createMenus();
  if (reason !== 'install') return;
  void openWelcome();
  void withDatabase((database) => setFirstStyle(database, translate('languageOfStrings')));
});
nameMenusExactly();
fallback.enter = enterReplacement;
recordUncaught('worker');
copySaves(noteCopy);
browser.runtime.onStartup.addListener(() => void withDatabase((database) => sweepBin(database)));

onMenuClick((info, tab) => {
  const request = readClipRequest(info);
  const { id, ...facts } = tabFacts(tab);
  if (request !== undefined && id !== undefined) void clipFromMenu(request, { id, ...facts });
});

onQuoteShortcut((tab) => {
  const { id, ...facts } = tabFacts(tab);
  if (id !== undefined) void clipFromShortcut({ id, ...facts });
});

browser.runtime.onMessage.addListener((message: unknown, sender: browser.Runtime.MessageSender) => {
  const clipMessage = parseClipMessage(message, sender);
  return clipMessage === undefined ? undefined : answerClipMessage(clipMessage);
});
