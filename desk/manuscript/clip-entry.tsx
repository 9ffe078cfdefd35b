import type { TargetedKeyboardEvent, TargetedMouseEvent } from 'preact';
import { useCallback } from 'preact/hooks';
import type { Clip } from '../../src/news/clip';
import type { HouseStyle } from '../../src/news/house-style';
import type { Section } from '../../src/news/issue';
import type { Quote } from '../../src/news/quote';
import { shownBeginning } from '../../src/news/text/shown-beginning';
import { memo } from '../../src/ui/memo';
import type { TextSpan } from '../rendered/text-place';
import { useNearViewport } from '../rendered/near-viewport';
import { labelClip, moveClipByStep } from '../actions/clip-actions';
import { useDesk, type Desk } from '../state/desk';
import { focusOn, isField } from '../state/focus';
import { nameIssue } from '../state/issue-name';
import { clickClip } from '../state/selection';
import { PROSE_FIELDS, useSeenClip } from '../state/structural-sharing';
import { ClipEditor } from './clip-editor';
import { ClipText } from './clip-text';
import { ClipTools } from './clip-tools';
import { keepFocus } from './manuscript-focus';
import { NoteEditor, NoteText } from './note-block';

interface ClipEntryProps {
  clip: Clip;
  style: HouseStyle;
  sections: readonly Section[];
  isActive: boolean;
  isSelected: boolean;
  /** Whether it is printed as one item with the clip above. */
  isGrouped: boolean;
  /** Whether there is a clip above with which it can be grouped. */
  isBelowClip: boolean;
}

/**
 * A clip in the manuscript. It is drawn again only when it has changed, and shows only its plain words until it comes near the
 * viewport, because an issue may have hundreds of clips.
 */
export const ClipEntry = memo(function ClipEntry(props: ClipEntryProps) {
  const { clip, style, sections, isActive, isSelected, isGrouped, isBelowClip } = props;
  const desk = useDesk();
  const [ref, isNear] = useNearViewport<HTMLDivElement>('clip', clip.id, isActive);
  const { id } = clip;
  const edit = useCallback(
    (part: string, selected?: TextSpan) => {
      desk.show({ clipId: id, side: 'clip' });
      focusOn('clipPart', { clipId: id, part, selected });
    },
    [desk, id],
  );
  const named = useSeenClip(clip, PROSE_FIELDS);
  const tools = (
    <ClipTools
      clip={named}
      sections={sections}
      isActive={isActive}
      grouping={isGrouped ? 'deskSeparate' : isBelowClip ? 'deskGroupWithAbove' : undefined}
      onEdit={edit}
    />
  );
  return (
    <article
      id={`clip-${clip.id}`}
      class={`clip${isNear ? ' has-tools' : ''}${isActive ? ' is-active' : ''}${isSelected ? ' is-selected' : ''}${isGrouped ? ' is-grouped' : ''}`}
      aria-label={labelClip(desk, clip)}
      lang={clip.language}
      onKeyDown={(event) => handleKey(desk, clip, event)}
      onClickCapture={(event) => selectByClick(desk, clip, event)}
    >
      {isGrouped && <p class="hint clip-grouped">{desk.translate('deskGrouped')}</p>}
      {clip.lateFor !== undefined && <LateNote issueId={clip.lateFor} />}
      {clip.isNote && isNear && tools}
      {isActive ? (
        clip.isNote ? (
          <NoteEditor note={clip} style={style} />
        ) : (
          <ClipEditor clip={clip} style={style} tools={tools} />
        )
      ) : isNear ? (
        clip.isNote ? (
          <NoteText note={clip} style={style} onEdit={() => edit('comment')} />
        ) : (
          <ClipText clip={clip} style={style} tools={tools} onEdit={edit} />
        )
      ) : (
        <div ref={ref} class="is-far">
          {wordsOf(clip).join('\n\n')}
        </div>
      )}
    </article>
  );
});

/** Why the clip is in the inbox: the issue for which it was meant had been published. */
function LateNote({ issueId }: { issueId: string }) {
  const { content, translate } = useDesk();
  const issue = content.issues.find(({ id }) => id === issueId);
  return issue && <p class="hint clip-late">{translate('deskLateFor', nameIssue(issue, translate))}</p>;
}

/** The text that the browser's own search finds: as much as is drawn when it comes near, before which the browser lays it out. */
function wordsOf({ headline, outlet, dek, quotes, comment }: Clip): string[] {
  const words = [headline, outlet, dek, ...quotes.flatMap(wordsOfQuote), comment];
  return words.flatMap((text) => (text === undefined ? [] : (shownBeginning(text) ?? text)));
}

function wordsOfQuote({ speaker, markdown, translation }: Quote): (string | undefined)[] {
  return [speaker, markdown, translation];
}

const CONTROLS = 'a, button, input, textarea, select, [contenteditable]';

/** A click with Control (Command) or Shift selects, as in the outline, except on controls. */
function selectByClick(desk: Desk, clip: Clip, event: TargetedMouseEvent<HTMLElement>) {
  const isControl = event.target instanceof Element && event.target.closest(CONTROLS) !== null;
  if (isControl || !(event.shiftKey || event.ctrlKey || event.metaKey)) return;
  clickClip(desk, clip.id, event);
  event.preventDefault();
  event.stopPropagation();
}

/** Alt with an arrow key moves the clip, as in the outline, except in a field. Escape returns to the outline. */
function handleKey(desk: Desk, clip: Clip, event: TargetedKeyboardEvent<HTMLElement>) {
  const step = event.key === 'ArrowUp' ? 'up' : event.key === 'ArrowDown' ? 'down' : undefined;
  if (event.key === 'Escape' && !event.isComposing) focusOn('outlineLine', { id: clip.id });
  else if (step !== undefined && event.altKey && !isField(event.target))
    desk.run(() => keepFocus(() => moveClipByStep(desk, clip, step)));
  else return;
  event.preventDefault();
}
