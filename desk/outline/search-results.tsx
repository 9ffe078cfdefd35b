import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Clip } from '../../src/news/clip';
import type { Issue } from '../../src/news/issue';
import { homeOf, newsletterOf } from '../../src/news/newsletter';
import { ClipSearch } from '../../src/storage/search/clip-search';
import { foldForSearch, splitQuery } from '../../src/storage/database/searched-text';
import { nameNewsletter } from '../../src/ui/newsletter-name';
import { useTranslate } from '../../src/ui/translation-context';
import { labelClip } from '../actions/clip-actions';
import { useDesk, type Desk } from '../state/desk';
import { excerptFor, markIn, type Excerpt } from './excerpt';
import { describeIssue, nameIssue } from '../state/issue-name';

/** The clips of all issues that contain the words of the query in headline, outlet, byline, quotes or comment. */
export function SearchResults({ query }: { query: string }) {
  const desk = useDesk();
  const translate = useTranslate();
  const [found, setFound] = useState<{ query: string; clips: readonly Clip[] }>();
  const search = useMemo(() => new ClipSearch(desk.database), [desk]);
  useEffect(() => {
    const control = new AbortController();
    desk.run(async () => {
      const clips = await search.find(query, control);
      if (control.signal.aborted) return;
      setFound({ query, clips });
      await search.load(control.signal); // for the keys that follow
    });
    return () => control.abort();
  }, [desk, search, query, desk.content]);
  const clips = found?.clips ?? [];
  const issues = findIssues(desk.content.everyIssue, query);
  const issueOf = (clip: Clip) => desk.content.everyIssue.find(({ id }) => id === clip.issueId);
  return (
    <section
      class="search-results"
      aria-label={translate('deskSearchResults')}
      aria-busy={found?.query !== query}
    >
      <p class="hint" role="status">
        {found === undefined
          ? ''
          : clips.length + issues.length === 0
            ? translate('deskNothingFound', found.query)
            : translate('deskFound', clips.length + issues.length)}
      </p>
      <FoundIssues issues={issues} />
      <ul>
        {clips.map((clip) => (
          <li key={clip.id}>
            <button
              type="button"
              class="result"
              data-clip={clip.id}
              onClick={() => desk.run(() => desk.openClipOf(clip))}
            >
              <span class="outline-headline" dir="auto">
                <Marked text={labelClip(desk, clip)} query={query} />
              </span>
              <FoundWords excerpt={excerptFor(clip, query)} />
              <small>{placeOf(desk, clip, issueOf(clip))}</small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The outlet, and where the clip is: the newsletter, where there are several, and the issue or the inbox. */
function placeOf(desk: Desk, clip: Clip, issue: Issue | undefined): string {
  const { newsletterId } = homeOf(clip, issue);
  const place = issue === undefined ? desk.translate('uiInbox') : nameIssue(issue, desk.translate);
  return joined(clip.outlet, nameIfSeveral(desk, newsletterId), place);
}

function nameIfSeveral({ content, translate }: Desk, newsletterId: string): string | undefined {
  const { newsletters } = content;
  return newsletters.length > 1 ? nameNewsletter(newsletters, newsletterId, translate) : undefined;
}

const joined = (...parts: readonly (string | undefined)[]) => parts.filter(Boolean).join(' · ');

/** How many issues are listed at most, latest first. A single letter occurs in nearly every title. */
const MOST_ISSUES = 20;

/** The issues whose titles contain every word of the query. */
function findIssues(issues: readonly Issue[], query: string): Issue[] {
  const words = splitQuery(query);
  const found: Issue[] = [];
  for (const issue of issues) {
    const title = foldForSearch(issue.title ?? '');
    if (words.every((word) => title.includes(word))) found.push(issue);
    if (found.length === MOST_ISSUES) break;
  }
  return found;
}

function FoundIssues({ issues }: { issues: readonly Issue[] }) {
  const desk = useDesk();
  const translate = useTranslate();
  if (issues.length === 0) return null;
  return (
    <ul aria-label={translate('deskFoundIssues')}>
      {issues.map((issue) => (
        <li key={issue.id}>
          <button type="button" class="result" onClick={() => desk.run(() => desk.showIssue(issue.id))}>
            <span class="result-issue" dir="auto">
              {nameIssue(issue, translate)}
            </span>
            <small dir="auto">
              {joined(nameIfSeveral(desk, newsletterOf(issue)), describeIssue(issue, translate))}
            </small>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Marked({ text, query }: { text: string; query: string }) {
  const marked = markIn(text, query);
  if (marked === undefined) return text;
  return (
    <>
      {marked.before}
      <mark>{marked.found}</mark>
      {marked.after}
    </>
  );
}

function FoundWords({ excerpt }: { excerpt: Excerpt | undefined }) {
  if (excerpt === undefined) return null;
  return (
    <span class="result-words" dir="auto">
      {excerpt.before}
      <mark>{excerpt.found}</mark>
      {excerpt.after}
    </span>
  );
}
