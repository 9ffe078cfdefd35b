import { useEffect, useState } from 'preact/hooks';
import { articleKeyOfClip, type Clip } from '../../src/news/clip';
import type { Issue } from '../../src/news/issue';
import { readClippedSince } from '../../src/storage/copied-clips';
import { Button } from '../../src/ui/button';
import { useTranslate } from '../../src/ui/translation-context';
import { startOfDay } from '../../src/news/text/day';
import { useDesk } from '../state/desk';
import { isOfNewsletter } from '../state/desk-content';
import { draftPeriod } from '../actions/begin-issue';
import { clipsInPeriod } from '../../src/news/editions/printed-clips';

/** Says what a draft of the period would contain, and creates it. */
export function PeriodDraft({ period }: { period: NonNullable<Issue['period']> }) {
  const desk = useDesk();
  const translate = useTranslate();
  const { from, to } = period;
  const [clips, setClips] = useState<readonly Clip[]>([]);
  const { clips: onDesk } = desk.content;
  useEffect(() => {
    let isOver = false;
    desk.run(async () => {
      const read = await readClippedSince(desk.database, from === undefined ? '' : startOfDay(from));
      const chosen = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
      const own = read.filter(isOfNewsletter(desk.content));
      if (!isOver) setClips(eachArticleOnce(clipsInPeriod({ period: chosen }, own)));
    });
    return () => {
      isOver = true;
    };
  }, [desk, from, to, onDesk]);
  return (
    <div class="period-draft">
      <p class="hint" role="status">
        {translate('deskPeriodHolds', clips.length)}
      </p>
      <Button
        isDisabled={clips.length === 0}
        onClick={() => desk.run(() => draftPeriod(desk, period, clips))}
      >
        {translate('deskPeriodDraft')}
      </Button>
    </div>
  );
}

/** If several issues have clips of one article, the clip made last. */
function eachArticleOnce(clips: readonly Clip[]): Clip[] {
  const latest = new Map(clips.map((clip) => [articleKeyOfClip(clip) ?? clip.id, clip]));
  return clips.filter((clip) => latest.get(articleKeyOfClip(clip) ?? clip.id) === clip);
}
