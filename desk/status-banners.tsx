import { Button } from '../src/ui/button';
import { Notice } from '../src/ui/banner';
import { useTranslate } from '../src/ui/translation-context';
import { BackupReminder } from './backup-reminder';
import { useDesk } from './state/desk';
import { changePeriod, NO_PERIOD } from './actions/issue-edits';
import { nameIssue } from './state/issue-name';
import { describePeriod } from './state/period-label';
import { clipsInPeriod } from './state/shown-clips';

/** What must not be overlooked while it holds: a published issue is shown, or not all clips are. */
export function StatusBanners() {
  const desk = useDesk();
  const translate = useTranslate();
  const { issue, isDraft, currentId } = desk.content;
  const clips = [...desk.content.inbox, ...desk.content.clips];
  const shown = clipsInPeriod(issue, clips);
  return (
    <>
      <BackupReminder />
      {!isDraft && (
        <Notice
          actions={
            currentId !== undefined && (
              <Button onClick={() => desk.run(() => desk.showIssue(currentId))}>
                {translate('deskToCurrentIssue')}
              </Button>
            )
          }
        >
          {translate('deskPastIssue', nameIssue(issue, translate))}
        </Notice>
      )}
      {issue.period !== undefined && (
        <Notice
          tone="warning"
          actions={
            isDraft && (
              <Button onClick={() => desk.run(() => changePeriod(desk, NO_PERIOD))}>
                {translate('deskPeriodShowAll')}
              </Button>
            )
          }
        >
          {translate('deskPeriodOn', describePeriod(issue.period, translate), shown.length, clips.length)}
        </Notice>
      )}
    </>
  );
}
