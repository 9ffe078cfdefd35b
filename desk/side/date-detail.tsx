import { publicationDay, type Clip } from '../../src/news/clip';
import { otherDays } from '../../src/news/merge/clip-versions';
import { CandidateMenu } from '../../src/ui/candidate-menu';
import { Checkbox } from '../../src/ui/fields/checkbox';
import { useTranslate } from '../../src/ui/translation-context';
import { LineField } from '../fields/line-field';
import { showClipLabel, writeClipDate } from '../actions/clip-edits';
import { describeDays } from '../../src/news/text/day';
import { useDesk } from '../state/desk';
import { OtherValues } from './other-values';

/** The day that is printed on the page, and whether the issue prints it. */
export function DateDetail({ clip }: { clip: Clip }) {
  const desk = useDesk();
  const translate = useTranslate();
  return (
    <div class="detail-with-check">
      <LineField
        key={clip.id}
        label={translate('deskDate')}
        type="date"
        stored={publicationDay(clip)}
        save={(day) => writeClipDate(desk, clip, day)}
        after={
          <CandidateMenu
            field={translate('deskDate')}
            candidates={clip.candidates?.published}
            value={clip.publishedAt ?? clip.publishedOn}
            onChoose={(to) => desk.run(() => writeClipDate(desk, clip, { from: publicationDay(clip), to }))}
          />
        }
      />
      <OtherValues
        values={otherDays(clip).map((value) => ({
          value,
          shown: describeDays(document.documentElement.lang, value.slice(0, 10)),
        }))}
        onChoose={(to) => desk.run(() => writeClipDate(desk, clip, { from: publicationDay(clip), to }))}
      />
      <Checkbox
        isChecked={clip.showDate}
        onChange={(isShown) => desk.run(() => showClipLabel(desk, clip, 'showDate', isShown))}
      >
        {translate('deskShowDate')}
      </Checkbox>
    </div>
  );
}
