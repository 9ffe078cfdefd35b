import type { TargetedKeyboardEvent } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Issue } from '../src/news/issue';
import { isDraft } from '../src/news/newsletter';
import { foldText } from '../src/news/text/folded-text';
import { countClips } from '../src/storage/clip-counts';
import { splitQuery } from '../src/storage/database/searched-text';
import { Button } from '../src/ui/button';
import '../src/ui/menu.css';
import { TextField } from '../src/ui/fields/text-field';
import { useTranslate, type Translate } from '../src/ui/translation-context';
import './issue-list.css';
import { useDesk, type Desk } from './state/desk';
import { describeIssue, nameIssue } from './state/issue-name';

/** A button with the name of the issue on the desk, which opens the list of all issues. */
export function IssueList({ issue, issues }: { issue: Issue; issues: readonly Issue[] }) {
  const translate = useTranslate();
  const [isOpen, setOpen] = useState(false);
  const buttonRef = useRef<HTMLButtonElement>(null);
  const close = () => {
    buttonRef.current?.focus();
    setOpen(false);
  };
  return (
    <div
      class="issue-list-box"
      onFocusOut={({ currentTarget, relatedTarget }) => {
        if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) setOpen(false);
      }}
    >
      <Button
        buttonRef={buttonRef}
        look="quiet"
        icon="down"
        hasPopup="dialog"
        isExpanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <bdi class="issue-list-name">{nameIssue(issue, translate)}</bdi>
      </Button>
      {isOpen && <IssueChoice openId={issue.id} issues={issues} onClose={close} />}
    </div>
  );
}

interface IssueChoiceProps {
  openId: string;
  issues: readonly Issue[];
  onClose: () => void;
}

/**
 * The list of drafts and published issues. The search field keeps those whose title or date contains every typed word; arrow keys
 * move through them.
 */
function IssueChoice({ openId, issues, onClose }: IssueChoiceProps) {
  const desk = useDesk();
  const translate = useTranslate();
  const [query, setQuery] = useState('');
  const counts = useClipCounts(desk, issues);
  const listRef = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const list = listRef.current;
    const button = list?.parentElement?.querySelector('button');
    if (!list || !button) return;
    list.showPopover({ source: button });
    list.querySelector('input')?.focus();
  }, []);
  const found = issues.filter((each) => matchesQuery(each, query, translate));
  const groups = [
    { title: translate('deskDrafts'), issues: found.filter(isDraft) },
    { title: translate('deskPublishedIssues'), issues: found.filter((each) => !isDraft(each)) },
  ];
  return (
    <div
      ref={listRef}
      popover="manual"
      class="menu-list issue-list"
      role="dialog"
      aria-label={translate('deskIssues')}
      onKeyDown={(event) => moveInList(event, onClose)}
    >
      <TextField
        label={translate('deskFindIssue')}
        isLabelHidden
        type="search"
        placeholder={translate('deskFindIssue')}
        value={query}
        onChange={setQuery}
      />
      {found.length === 0 && <p class="empty">{translate('deskNoIssueFound')}</p>}
      {groups
        .filter((group) => group.issues.length > 0)
        .map((group) => (
          <section key={group.title} aria-label={group.title}>
            <h2 class="issue-list-group">{group.title}</h2>
            <IssueLines issues={group.issues} openId={openId} counts={counts} onClose={onClose} />
          </section>
        ))}
    </div>
  );
}

interface IssueLinesProps {
  issues: readonly Issue[];
  openId: string;
  counts: ReadonlyMap<string, number>;
  onClose: () => void;
}

function IssueLines({ issues, openId, counts, onClose }: IssueLinesProps) {
  const desk = useDesk();
  return (
    <ul>
      {issues.map((issue) => (
        <li key={issue.id}>
          <button
            type="button"
            class="menu-item issue-list-item"
            aria-current={issue.id === openId}
            onClick={() => {
              onClose();
              desk.run(() => desk.showIssue(issue.id));
            }}
          >
            <bdi dir="auto">{nameIssue(issue, desk.translate)}</bdi>
            <small>{noteOf(issue, desk, counts)}</small>
          </button>
        </li>
      ))}
    </ul>
  );
}

function noteOf(issue: Issue, desk: Desk, counts: ReadonlyMap<string, number>): string {
  const { translate, content } = desk;
  const binned = content.bin.filter(({ issueId }) => issueId === issue.id).length;
  const count = counts.get(issue.id);
  return [
    describeIssue(issue, translate),
    ...(count === undefined ? [] : [translate('deskClipCount', count - binned)]),
    ...(issue.id === content.currentId ? [translate('deskIsCurrent')] : []),
  ].join(' · ');
}

function matchesQuery(issue: Issue, query: string, translate: Translate): boolean {
  const name = foldText(`${nameIssue(issue, translate)} ${describeIssue(issue, translate)}`);
  return splitQuery(query).every((word) => name.includes(word));
}

/** Counts the clips of each issue when the list opens, because there may be many. */
function useClipCounts(desk: Desk, issues: readonly Issue[]): ReadonlyMap<string, number> {
  const [counts, setCounts] = useState<ReadonlyMap<string, number>>(new Map());
  useEffect(() => {
    const ids = issues.map(({ id }) => id);
    desk.run(async () => setCounts(await countClips(desk.database, ids)));
  }, [desk, issues]);
  return counts;
}

/** Moves the focus by arrow keys between the search field and the issues. Enter in the field opens the first issue. */
function moveInList(event: TargetedKeyboardEvent<HTMLElement>, close: () => void): void {
  if (event.key === 'Tab' || event.isComposing) return;
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('.issue-list-item')];
  const here = items.findIndex((item) => item === document.activeElement);
  if (event.key === 'ArrowDown') items[Math.min(here + 1, items.length - 1)]?.focus();
  else if (event.key === 'ArrowUp') (items[here - 1] ?? event.currentTarget.querySelector('input'))?.focus();
  else if (event.key === 'Enter' && here === -1) items[0]?.click();
  else if (event.key === 'Escape') close();
  else return;
  event.preventDefault();
  event.stopPropagation();
}
