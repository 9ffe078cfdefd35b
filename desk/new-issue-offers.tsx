import { useEffect, useState } from 'preact/hooks';
import type { Clip } from '../src/news/clip';
import type { Issue } from '../src/news/issue';
import { isDraft } from '../src/news/newsletter';
import { readUnprinted } from '../src/storage/carried-clips';
import { Button } from '../src/ui/button';
import { useTranslate } from '../src/ui/translation-context';
import { addLastSections, carryOver } from './actions/draft-actions';
import { useDesk } from './state/desk';
import type { DeskContent } from './state/desk-content';
import { nameIssue } from './state/issue-name';

/** How many other drafts are offered at most, the latest first. */
const MOST_DRAFTS = 3;

/**
 * What a draft into which nothing has been clipped may take over: the sections of the issue before it, the clips of other drafts, and
 * what the issue before it did not print.
 */
export function NewIssueOffers() {
  const desk = useDesk();
  const translate = useTranslate();
  const { issue, issues, clips } = desk.content;
  const isNew = isDraft(issue) && clips.every(({ clippedAt }) => clippedAt < issue.createdAt);
  const last = isNew ? lastBefore(issue, issues) : undefined;
  const offers = useUnprinted(desk.content, isNew);
  const titles = last === undefined ? [] : missingTitles(issue, last);
  if (!isNew || titles.length + offers.length === 0) return null;
  return (
    <div class="issue-state">
      {titles.length > 0 && (
        <Button icon="add" onClick={() => desk.run(() => addLastSections(desk, titles))}>
          {translate('deskSectionsOfLast', titles.length)}
        </Button>
      )}
      {offers.map((offer) => (
        <Button
          key={offer.issue.id}
          icon="file"
          onClick={() => desk.run(() => carryOver(desk, offer.clips, issue))}
        >
          {isDraft(offer.issue)
            ? translate('deskCarryDraft', nameIssue(offer.issue, translate), offer.clips.length)
            : translate('deskCarryOver', offer.clips.length)}
        </Button>
      ))}
    </div>
  );
}

function lastBefore(issue: Issue, issues: readonly Issue[]): Issue | undefined {
  return issues[issues.findIndex(({ id }) => id === issue.id) + 1];
}

function missingTitles(issue: Issue, last: Issue): string[] {
  const known = new Set(issue.sections.map(({ title }) => title));
  return last.sections.map(({ title }) => title).filter((title) => !known.has(title));
}

interface Offer {
  issue: Issue;
  clips: readonly Clip[];
}

/** Other drafts, and the issue before this one, with the clips that they have not printed. */
function useUnprinted({ issue, issues, clips }: DeskContent, isNew: boolean): readonly Offer[] {
  const desk = useDesk();
  const [offers, setOffers] = useState<readonly Offer[]>([]);
  useEffect(() => {
    let isOver = false;
    const last = lastBefore(issue, issues);
    const drafts = issues.filter((other) => other.id !== issue.id && isDraft(other)).slice(0, MOST_DRAFTS);
    const others = last && !isDraft(last) ? [...drafts, last] : drafts;
    if (isNew)
      desk.run(async () => {
        const read = await Promise.all(
          others.map(async (other) => ({ issue: other, clips: await readUnprinted(desk.database, other) })),
        );
        if (!isOver) setOffers(read.filter((offer) => offer.clips.length > 0));
      });
    return () => {
      isOver = true;
    };
  }, [desk, issue, issues, clips.length, isNew]);
  return offers;
}
