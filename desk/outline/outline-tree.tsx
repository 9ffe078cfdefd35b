import { useState } from 'preact/hooks';
import type { Clip } from '../../src/news/clip';
import { useTranslate } from '../../src/ui/translation';
import { binClip, callClip, moveClipByStep } from '../state/clip-acts';
import { useDesk } from '../state/desk';
import { focusTreeItem, keepTreeFocus } from '../state/focus';
import { moveSection } from '../state/issue-acts';
import type { SectionGroup } from '../state/shown-clips';
import { OutlineClip } from './outline-clip';

/**
 * The issue as a tree (WAI-ARIA APG, tree view): arrows go through it, Enter opens, Alt with an arrow moves, Delete bins.
 * It is one stop of the Tab key, however many clips there are.
 */
export function OutlineTree({ groups }: { groups: readonly SectionGroup[] }) {
  const desk = useDesk();
  const translate = useTranslate();
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [focusedId, setFocused] = useState<string>();
  const shown = groups.filter(({ section, clips }) => section !== undefined || clips.length > 0);
  const ids = shown.flatMap(({ section, clips }) => [
    sectionKey(section?.id),
    ...(closed.has(sectionKey(section?.id)) ? [] : clips.map(({ id }) => id)),
  ]);
  const stop = ids.find((id) => id === focusedId) ?? ids[0];

  const toggle = (key: string, isOpen: boolean) =>
    setClosed((before) => (isOpen ? before.difference(new Set([key])) : before.union(new Set([key]))));
  const onKeyDown = (event: KeyboardEvent) => {
    if (stop === undefined || event.ctrlKey || event.metaKey) return;
    const group = shown.find(
      ({ section, clips }) => sectionKey(section?.id) === stop || clips.some(({ id }) => id === stop),
    );
    const clip = group?.clips.find(({ id }) => id === stop);
    const act = event.altKey ? moveForKey(event.key, group, clip) : actForKey(event.key, group, clip);
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  const moveForKey = (key: string, group: SectionGroup | undefined, clip: Clip | undefined) => {
    const step = key === 'ArrowUp' ? 'up' : key === 'ArrowDown' ? 'down' : undefined;
    const section = group?.section;
    if (step === undefined || !desk.content.isCurrent) return undefined;
    if (clip !== undefined)
      return () => desk.run(() => keepTreeFocus(clip.id, () => moveClipByStep(desk, clip, step)));
    return (
      section && (() => desk.run(() => keepTreeFocus(section.id, () => moveSection(desk, section, step))))
    );
  };
  const actForKey = (key: string, group: SectionGroup | undefined, clip: Clip | undefined) => {
    const sectionId = sectionKey(group?.section?.id);
    const at = ids.indexOf(stop ?? '');
    const goTo = (id: string | undefined) => (id === undefined ? undefined : () => focusTreeItem(id));
    switch (key) {
      case 'ArrowDown':
        return goTo(ids[at + 1]);
      case 'ArrowUp':
        return goTo(ids[at - 1]);
      case 'Home':
        return goTo(ids[0]);
      case 'End':
        return goTo(ids.at(-1));
      case 'ArrowLeft':
        return clip === undefined ? () => toggle(sectionId, false) : goTo(sectionId);
      case 'ArrowRight':
        return clip === undefined ? () => toggle(sectionId, true) : undefined;
      case 'Enter':
      case ' ':
        return () => open(group, clip);
      case 'Delete':
      case 'Backspace':
        if (clip === undefined || !desk.content.isCurrent) return undefined;
        return () => {
          const next = ids[at + 1] ?? ids[at - 1];
          desk.run(async () => {
            await binClip(desk, clip);
            if (next !== undefined) focusTreeItem(next);
          });
        };
      default:
        return undefined;
    }
  };
  const open = (group: SectionGroup | undefined, clip: Clip | undefined) => {
    if (clip !== undefined) desk.openClip(clip.id);
    else desk.openSection(group?.section?.id);
  };

  return (
    <ul class="outline-tree" role="tree" aria-label={translate('deskOutline')} onKeyDown={onKeyDown}>
      {shown.map((group) => {
        const key = sectionKey(group.section?.id);
        const title = group.section?.title ?? translate('uiUnsorted');
        const isOpen = !closed.has(key);
        return (
          <li
            key={key}
            id={`item-${key}`}
            role="treeitem"
            class="outline-section"
            aria-expanded={isOpen}
            aria-label={translate('deskOutlineSection', title, String(group.clips.length))}
            tabIndex={stop === key ? 0 : -1}
            onFocus={(event) => event.target === event.currentTarget && setFocused(key)}
          >
            <div class="outline-row" onClick={() => open(group, undefined)}>
              <span
                class={`outline-fold${isOpen ? ' is-open' : ''}`}
                aria-hidden="true"
                onClick={(event) => {
                  event.stopPropagation();
                  toggle(key, !isOpen);
                }}
              />
              <span class="outline-number">{group.number}</span>
              <bdi class="outline-title">{title}</bdi>
              <span class="outline-count">{group.clips.length}</span>
            </div>
            {isOpen && group.clips.length > 0 && (
              <ul role="group">
                {group.clips.map((clip) => (
                  <OutlineClip
                    key={clip.id}
                    clip={clip}
                    name={callClip(desk, clip)}
                    isStop={stop === clip.id}
                    isOpen={desk.view.clipId === clip.id}
                    onFocus={setFocused}
                  />
                ))}
              </ul>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function sectionKey(id: string | undefined): string {
  return id ?? 'unsorted';
}
