import { findSelection } from '../browser/page-selection';
import { NoAnswerError } from '../browser/time-limit';
import { translate } from '../browser/translation';
import type { ClippedTab } from './clip-request';
import { clipFromMenu, reportFailedClip } from './menu-clip';

/** Clips what is selected in a tab, in whichever of its frames, as “Clip quote” does; says so where nothing is. */
export async function clipFromShortcut(tab: ClippedTab): Promise<void> {
  try {
    const selection = await findSelection(tab.id);
    if (selection === undefined) await reportFailedClip(translate('noticeNothingSelected'), tab.id);
    else await clipFromMenu({ kind: 'quote', ...selection }, tab);
  } catch (error) {
    console.debug('Clipsheet: the selection', error); // forbidden, gone, or too slow: the badge says so
    const notice = error instanceof NoAnswerError ? 'noticeNoAnswer' : 'noticeUnreadable';
    await reportFailedClip(translate(notice), tab.id);
  }
}
