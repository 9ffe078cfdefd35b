import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { tidyLine } from '../../src/news/text/plain-text';
import { Status } from '../../src/ui/status';
import { useTranslate } from '../../src/ui/translation-context';
import { AddForm } from '../controls/add-form';
import type { KeptPreferences } from '../controls/kept-preferences';
import { SettingsSection } from '../controls/settings-section';
import { RemovedNotice } from '../controls/removed-notice';
import { SectionRow } from './section-row';
import { addTitle, hasTitle, moveTitle, removeTitle, renameTitle } from './section-titles';

interface StandingSectionsProps {
  titles: readonly string[];
  change: KeptPreferences['change'];
  /** Below the sections. */
  children?: ComponentChildren;
}

/** The sections that each new issue starts with, in order. */
export function StandingSections({ titles, change, children }: StandingSectionsProps) {
  const translate = useTranslate();
  const listRef = useRef<HTMLOListElement>(null);
  const [removed, setRemoved] = useState<{ title: string; place: number }>();
  const [said, setSaid] = useState<string>();
  const [focus, setFocus] = useState<{ place: number; control: string }>();
  useLayoutEffect(() => {
    if (focus) focusIn(listRef.current?.children[focus.place], focus.control);
  }, [focus]);

  const changeTitles = (make: (titles: readonly string[]) => string[]) =>
    change((preferences) => ({ ...preferences, standingSections: make(preferences.standingSections) }));

  const move = (title: string, place: number, control: string) => {
    if (place < 0 || place >= titles.length) return;
    changeTitles((all) => moveTitle(all, title, place));
    setSaid(translate('optionsSectionMoved', title, String(place + 1), String(titles.length)));
    setFocus({ place, control });
  };
  return (
    <SettingsSection id="sections" introduction={translate('optionsSectionsIntroduction')}>
      {titles.length > 0 && (
        <ol ref={listRef} class="rows">
          {titles.map((title, place) => (
            <SectionRow
              key={place}
              title={title}
              place={place}
              count={titles.length}
              findProblem={(text) => problemOf(text, titles.toSpliced(place, 1), translate)}
              onRename={(text) => changeTitles((all) => renameTitle(all, title, text))}
              onMove={(to, control) => move(title, to, control)}
              onRemove={() => {
                changeTitles((all) => removeTitle(all, title));
                setRemoved({ title, place });
              }}
            />
          ))}
        </ol>
      )}
      <RemovedNotice
        removed={removed?.title}
        onUndo={() => {
          if (removed === undefined) return;
          changeTitles((all) => addTitle(all, removed.title, removed.place));
          setRemoved(undefined);
          setFocus({ place: removed.place, control: 'input' });
        }}
      />
      <AddForm
        fields={[{ label: translate('uiNewSection') }]}
        findProblem={([text = '']) => problemOf(text, titles, translate)}
        onAdd={([text = '']) => changeTitles((all) => addTitle(all, text))}
      />
      <div class="visually-hidden">
        <Status>{said}</Status>
      </div>
      {children}
    </SettingsSection>
  );
}

function problemOf(
  text: string,
  others: readonly string[],
  translate: ReturnType<typeof useTranslate>,
): string | undefined {
  const title = tidyLine(text);
  if (title === undefined) return translate('optionsSectionEmpty');
  return hasTitle(others, title) ? translate('optionsSectionTwice', title) : undefined;
}

/** Keeps the focus on the moved row; at an end of the list, on the button for the other direction. */
function focusIn(row: Element | undefined, selector: string) {
  const wanted = row?.querySelector(selector)?.closest<HTMLElement>('button:enabled, input');
  (wanted ?? row?.querySelector<HTMLElement>('button:enabled'))?.focus();
}
