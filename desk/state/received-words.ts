import * as v from 'valibot';
import { clipContentSchema, type Clip } from '../../src/news/clip';
import type { Issue } from '../../src/news/issue';
import { ownValue } from '../../src/news/keyed-record';
import { mergeThreeWay } from '../../src/news/merge/three-way-clip-merge';
import { mergeRewriting } from '../../src/news/merge/text-merge';
import { ISSUE_FIELDS } from '../../src/news/record-fields';
import type { Translate } from '../../src/ui/translation-context';
import { findClip, type DeskContent } from './desk-content';
import type { Message } from './message';
import { isSameRecord, type RecordChange } from './record-change';
import type { View } from './view';

const ISSUE_TEXTS = ['title', 'subtitle', 'introduction', 'signOff'] as const;

/** The part of the desk that is needed here. */
interface ReceivingDesk {
  readonly translate: Translate;
  readonly content: DeskContent;
  readonly view: View;
  say(message: Message | undefined): void;
  run(work: () => Promise<unknown>): void;
  changeClip(id: string, change: (clip: Clip) => Clip, action: { name: string }): Promise<void>;
  changeIssue(change: (issue: Issue) => Issue, action: { name: string }, issueId: string): Promise<void>;
}

/**
 * Says which machine has changed the text in which the user may be typing, with Undo. `senders` has the machines by the ids of the
 * records that they have sent, `before` what the desk has shown until then.
 */
export function sayReceived(
  desk: ReceivingDesk,
  senders: Readonly<Record<string, string>>,
  before: DeskContent,
): void {
  if (!isTyping()) return;
  const { clipId = '' } = desk.view;
  const clip = changeOf(findClip(before, clipId), findClip(desk.content, clipId));
  const issue = changeOf(before.issue, desk.content.issue);
  const machineOf = (change: RecordChange<Clip | Issue> | undefined) =>
    change && ownValue(senders, change.after.id);
  const [ofClip, ofIssue] = [machineOf(clip), machineOf(issue)];
  if (clip && ofClip !== undefined)
    say(desk, desk.translate('deskReceivedClip', ofClip), (name) =>
      desk.changeClip(clipId, (stored) => withoutChange(stored, clip), { name }),
    );
  else if (issue && ofIssue !== undefined && hasOtherTexts(issue))
    say(desk, desk.translate('deskReceivedIssue', ofIssue), (name) =>
      desk.changeIssue((stored) => withoutTexts(stored, issue), { name }, issue.after.id),
    );
}

function isTyping(): boolean {
  return document.activeElement?.matches('input, textarea, [contenteditable=true]') === true;
}

function changeOf<Written extends Clip | Issue>(
  before: Written | undefined,
  after: Written | undefined,
): RecordChange<Written> | undefined {
  return before && after && !isSameRecord<Clip | Issue>(before, after) ? { before, after } : undefined;
}

function say(desk: ReceivingDesk, words: string, undo: (name: string) => Promise<void>): void {
  const run = async () => {
    await undo(words);
    desk.say({ words: desk.translate('deskUndone', words) });
  };
  desk.say({ words, isLasting: true, action: { label: desk.translate('uiUndo'), run: () => desk.run(run) } });
}

/** What was written since the change stays. */
function withoutChange(stored: Clip, { before, after }: RecordChange<Clip>): Clip {
  const contentOf = (clip: Clip) => v.parse(clipContentSchema, clip);
  const others = Object.entries(stored).filter(([name]) => !Object.hasOwn(clipContentSchema.entries, name));
  const content = mergeThreeWay(contentOf(stored), { from: contentOf(after), to: contentOf(before) });
  return { ...Object.fromEntries(others), ...content } as Clip; // the fields of the content are replaced
}

function withoutTexts(stored: Issue, { before, after }: RecordChange<Issue>): Issue {
  const { title, subtitle, introduction, signOff, ...others } = stored;
  const texts = ISSUE_TEXTS.flatMap((name) => {
    const rewriting = { from: after[name], to: before[name] };
    const text = mergeRewriting(stored[name], rewriting, ISSUE_FIELDS[name].kind);
    return text === undefined ? [] : [[name, text] as const];
  });
  return { ...others, ...Object.fromEntries(texts) };
}

function hasOtherTexts({ before, after }: RecordChange<Issue>): boolean {
  return ISSUE_TEXTS.some((name) => before[name] !== after[name]);
}
