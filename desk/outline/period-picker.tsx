import { Button } from '../../src/ui/button';
import { TextField } from '../../src/ui/text-field';
import { useTranslate } from '../../src/ui/translation';
import { dayOf } from '../state/day';
import { useDesk } from '../state/desk';
import { changePeriod } from '../state/issue-edits';
import { describePeriod } from '../state/period-label';
import { PeriodDraft } from './period-draft';

const DAYS_OF_A_WEEK = 7;

/** From … to …: which days' clips are shown and exported. Nothing is moved by it. */
export function PeriodPicker() {
  const desk = useDesk();
  const translate = useTranslate();
  const { period } = desk.content.issue;
  const set = (from: string | undefined, to: string | undefined) =>
    desk.run(() =>
      changePeriod(desk, {
        ...(from !== undefined && from !== '' && { from }),
        ...(to !== undefined && to !== '' && { to }),
      }),
    );
  return (
    <details class={`period${period ? ' is-on' : ''}`}>
      <summary>{period ? describePeriod(period, translate) : translate('deskPeriodAll')}</summary>
      <div class="period-days">
        <TextField
          label={translate('deskPeriodFrom')}
          type="date"
          value={period?.from}
          onChange={(from) => set(from, period?.to)}
        />
        <TextField
          label={translate('deskPeriodTo')}
          type="date"
          value={period?.to}
          onChange={(to) => set(period?.from, to)}
        />
        <Button onClick={() => set(dayBefore(DAYS_OF_A_WEEK - 1), dayBefore(0))}>
          {translate('deskPeriodWeek')}
        </Button>
        <Button isDisabled={period === undefined} onClick={() => set(undefined, undefined)}>
          {translate('deskPeriodShowAll')}
        </Button>
      </div>
      {period && <PeriodDraft period={period} />}
    </details>
  );
}

/** The day that was so many days ago. */
function dayBefore(days: number): string {
  const day = new Date();
  day.setDate(day.getDate() - days);
  return dayOf(day);
}
