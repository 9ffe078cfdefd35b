import { Button } from '../../src/ui/button';
import { DateField } from '../../src/ui/fields/date-field';
import { useTranslate } from '../../src/ui/translation-context';
import { dayOf } from '../../src/news/text/day';
import { useDesk } from '../state/desk';
import { changePeriod, NO_PERIOD, type PeriodEnds } from '../actions/issue-edits';
import { describePeriod } from '../state/period-label';
import { PeriodDraft } from './period-draft';

const DAYS_OF_A_WEEK = 7;

/** Chooses the days whose clips are shown and exported. Moves no clips. */
export function PeriodPicker() {
  const desk = useDesk();
  const translate = useTranslate();
  const { period } = desk.content.issue;
  const set = (ends: PeriodEnds) => desk.run(() => changePeriod(desk, ends));
  return (
    <details class={`period${period ? ' is-on' : ''}`}>
      <summary>{period ? describePeriod(period, translate) : translate('deskPeriodAll')}</summary>
      <div class="period-days">
        <DateField
          label={translate('deskPeriodFrom')}
          value={period?.from}
          onChange={(from) => set({ from })}
        />
        <DateField label={translate('deskPeriodTo')} value={period?.to} onChange={(to) => set({ to })} />
        <Button onClick={() => set({ from: dayBefore(DAYS_OF_A_WEEK - 1), to: dayBefore(0) })}>
          {translate('deskPeriodWeek')}
        </Button>
        <Button isDisabled={period === undefined} onClick={() => set(NO_PERIOD)}>
          {translate('deskPeriodShowAll')}
        </Button>
      </div>
      {period && <PeriodDraft period={period} />}
    </details>
  );
}

/** The day a number of days ago. */
function dayBefore(days: number): string {
  const day = new Date();
  day.setDate(day.getDate() - days);
  return dayOf(day);
}
