import { Button } from '../src/ui/button';
import { Notice } from '../src/ui/banner';
import { useTranslate } from '../src/ui/translation-context';
import { BackupReminder } from './backup-reminder';
import { useDesk } from './state/desk';
import { changePeriod, NO_PERIOD } from './actions/issue-edits';
import { nameIssue } from './state/issue-name';
import { describePeriod } from './state/period-label';
import { latestEditionId } from '../src/news/editions/named-editions';
import { clipsInPeriod } from '../src/news/editions/printed-clips';

/** Banners for states that must not be overlooked: an old backup, a published issue, or a period that hides clips. */
export function StatusBanners() {
  const desk = useDesk();
  const translate = useTranslate();
  const { issue, isEditable } = desk.content;
  const clips = [...desk.content.inbox, ...desk.content.clips];
  const shown = clipsInPeriod(issue, clips);
  return (
    <>
      <BackupReminder />
      <PublicationNotice />
      {issue.period !== undefined && (
        <Notice
          tone="warning"
          actions={
            isEditable && (
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

/** Says that the issue is published, and whether an earlier edition is shown or the latest one is missing. */
function PublicationNotice() {
  const desk = useDesk();
  const translate = useTranslate();
  const { issue, edition, missingEditions = [], currentId, isEditable } = desk.content;
  const name = nameIssue(issue, translate);
  if (isEditable)
    return issue.publication === undefined ? null : (
      <Notice tone="warning">{translate('deskBeingCorrectedNote', name)}</Notice>
    );
  const latest = latestEditionId(issue);
  const isMissing = latest !== undefined && missingEditions.includes(latest);
  const isEarlier = edition !== undefined && edition.id !== latest;
  if (isEarlier && !isMissing)
    return (
      <Notice
        tone="warning"
        actions={
          <Button onClick={() => desk.run(() => desk.showEdition())}>
            {translate('deskToLatestEdition')}
          </Button>
        }
      >
        {translate('deskEarlierEdition', name)}
      </Notice>
    );
  const toCurrent = currentId !== undefined && (
    <Button onClick={() => desk.run(() => desk.showIssue(currentId))}>
      {translate('deskToCurrentIssue')}
    </Button>
  );
  if (isMissing)
    return (
      <Notice tone="warning" actions={toCurrent}>
        {translate(edition === undefined ? 'deskEditionsMissing' : 'deskLatestEditionMissing', name)}
      </Notice>
    );
  return <Notice actions={toCurrent}>{translate('deskPastIssue', name)}</Notice>;
}
