import { shownLabels } from '../../src/news/assemble-manuscript';
import type { Clip } from '../../src/news/clip';
import type { HouseStyle } from '../../src/news/house-style';
import { needsYear, writeDay } from '../../src/news/publication-label';
import { useDesk } from '../state/desk';
import { dayOfIssue } from '../state/issue-name';

/** The line after the headline: outlet, date and language, as far as they are printed. */
export function SourceLine({ clip, style }: { clip: Clip; style: HouseStyle }) {
  const { day, label } = shownLabels(clip, style);
  const issueDay = dayOfIssue(useDesk().content.issue);
  return (
    <>
      {clip.outlet !== undefined && <bdi class="outlet">{clip.outlet}</bdi>}
      {day !== undefined && (
        <span class="label">
          {writeDay(day, style.dateForm, style.language, needsYear(day, issueDay, style))}
        </span>
      )}
      {label !== undefined && <bdi class="label">{label}</bdi>}
    </>
  );
}
