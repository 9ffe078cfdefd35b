import browser from 'webextension-polyfill';
import type { NoticeContent, NoticeOfClip, NoticeOfProblem } from '../content/notice-content';
import noticeFile from '../content/notice?iife';
import { runInPage, type PageTarget } from './page-script';
import { translate } from './translation';

/**
 * Shows in a page where a clip was saved, or why none was made. Returns `false` if the page cannot show a notice, so that the
 * caller reports it elsewhere.
 */
export async function showNotice(
  target: PageTarget,
  content: Omit<NoticeOfClip, 'strings'> | Omit<NoticeOfProblem, 'strings'>,
): Promise<boolean> {
  const notice: NoticeContent = { ...content, strings: noticeStrings() };
  const show = (given: NoticeContent) => {
    globalThis.clipsheetNotice.showNotice(given);
    return true;
  };
  try {
    return (await runInPage(target, noticeFile, show, [notice])) === true;
  } catch {
    return false; // whatever the page's reason: forbidden, gone, or too slow
  }
}

function noticeStrings(): NoticeContent['strings'] {
  return {
    language: browser.i18n.getUILanguage(),
    name: translate('extensionName'),
    open: translate('noticeOpen'),
    close: translate('uiClose'),
    failed: translate('noticeFailed'),
  };
}
