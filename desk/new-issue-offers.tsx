import { useEffect, useState } from 'preact/hooks';
import type { Clip } from '../src/news/clip';
import type { Issue } from '../src/news/issue';
import { readClipsOfIssue } from '../src/storage/clip-lookup';
import { Button } from '../src/ui/button';
import { useTranslate } from '../src/ui/translation-context';
import { addSections, carryOver } from './actions/draft-actions';
import { useDesk } from './state/desk';
import { clipsInPeriod } from './state/shown-clips';

/** What a draft without clips may take from the issue before it: sections, and clips that were not printed there. */
export function NewIssueOffers() {
  const desk = useDesk();
  const translate = useTranslate();
  const { issue, issues, clips, isDraft } = desk.content;
  const isNew = isDraft && clips.length === 0;
  const last = isNew ? issues[issues.findIndex(({ id }) => id === issue.id) + 1] : undefined;
  const unprinted = useUnprinted(last);
  if (last === undefined) return null;
  const titles = missingTitles(issue, last);
  if (titles.length + unprinted.length === 0) return null;
  return (
    <div class="issue-state">
      {titles.length > 0 && (
        <Button icon="add" onClick={() => desk.run(() => addSections(desk, titles))}>
          {translate('deskSectionsOfLast', String(titles.length))}
        </Button>
      )}
      {unprinted.length > 0 && (
        <Button icon="file" onClick={() => desk.run(() => carryOver(desk, unprinted, issue))}>
          {translate('deskCarryOver', String(unprinted.length))}
        </Button>
      )}
    </div>
  );
}

function missingTitles(issue: Issue, last: Issue): string[] {
  const known = new Set(issue.sections.map(({ title }) => title));
  return last.sections.map(({ title }) => title).filter((title) => !known.has(title));
}

/** The clips of an issue that its period leaves out. */
function useUnprinted(issue: Issue | undefined): readonly Clip[] {
  const desk = useDesk();
  const [unprinted, setUnprinted] = useState<readonly Clip[]>([]);
  useEffect(() => {
    let isOver = false;
    setUnprinted([]);
    if (issue?.period !== undefined)
      desk.run(async () => {
        const clips = await readClipsOfIssue(desk.database, issue.id);
        const printed = new Set(clipsInPeriod(issue, clips));
        if (!isOver) setUnprinted(clips.filter((clip) => !printed.has(clip)));
      });
    return () => {
      isOver = true;
    };
  }, [desk, issue]);
  return unprinted;
}
