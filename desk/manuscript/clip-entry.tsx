import type { TargetedKeyboardEvent } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Clip } from '../../src/news/clip';
import type { HouseStyle } from '../../src/news/house-style';
import type { Section } from '../../src/news/issue';
import { callClip, moveClipByStep } from '../state/clip-acts';
import { useDesk, type Desk } from '../state/desk';
import { focusPart, focusTreeItem, keepFocus } from '../state/focus';
import { ClipEditor } from './clip-editor';
import { ClipText } from './clip-text';
import { ClipTools } from './clip-tools';

interface ClipEntryProps {
  clip: Clip;
  style: HouseStyle;
  sections: readonly Section[];
  isActive: boolean;
}

/** A clip in the manuscript. It draws anew only when something of its own has changed: an issue may have hundreds. */
export function ClipEntry({ clip, style, sections, isActive }: ClipEntryProps) {
  const desk = useDesk();
  return useMemo(() => {
    const edit = (part: string) => {
      desk.show({ clipId: clip.id, side: 'clip' });
      focusPart(clip.id, part);
    };
    return (
      <article
        id={`clip-${clip.id}`}
        class={`clip${isActive ? ' is-active' : ''}`}
        aria-label={callClip(desk, clip)}
        lang={clip.language}
        onKeyDown={(event) => handleKey(desk, clip, event)}
      >
        <ClipTools clip={clip} sections={sections} isActive={isActive} onEdit={() => edit('comment')} />
        {isActive ? (
          <ClipEditor clip={clip} style={style} />
        ) : (
          <ClipText clip={clip} style={style} onEdit={edit} />
        )}
      </article>
    );
  }, [clip, style, sections, isActive, desk]);
}

/** Alt with an arrow moves, as in the outline; in a field these keys are the field's own. Escape goes back to the outline. */
function handleKey(desk: Desk, clip: Clip, event: TargetedKeyboardEvent<HTMLElement>) {
  const step = event.key === 'ArrowUp' ? 'up' : event.key === 'ArrowDown' ? 'down' : undefined;
  const isField = event.target instanceof Element && event.target.matches('input, textarea, select');
  if (event.key === 'Escape' && !event.isComposing) focusTreeItem(clip.id);
  else if (step !== undefined && event.altKey && !isField)
    desk.run(() => keepFocus(() => moveClipByStep(desk, clip, step)));
  else return;
  event.preventDefault();
}
