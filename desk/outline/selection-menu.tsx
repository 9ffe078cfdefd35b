import { useState } from 'preact/hooks';
import type { Clip } from '../../src/news/clip';
import { Button } from '../../src/ui/button';
import { TextField } from '../../src/ui/fields/text-field';
import { Menu } from '../../src/ui/menu';
import { useTranslate } from '../../src/ui/translation-context';
import { setOutletOfClips, showLabelOfSeveral } from '../actions/clip-edits';
import { areOneItem, toggleGroup } from '../actions/group-actions';
import { clipsToMerge, mergeClips } from '../actions/merge-clips';
import { moveToNewsletter, otherNewsletters } from '../actions/newsletter-actions';
import { useDesk } from '../state/desk';

/** What is done to all selected clips at once: grouped, merged, labelled, and their outlet named. */
export function SelectionMenu({ clips, onNameOutlet }: { clips: readonly Clip[]; onNameOutlet: () => void }) {
  const desk = useDesk();
  const translate = useTranslate();
  const articles = clips.filter(({ isNote }) => isNote !== true);
  const [first] = articles;
  if (first === undefined) return null;
  const merged = articles.length > 1 ? clipsToMerge(desk, first) : [];
  const labels = (
    [
      ['showDate', 'deskShowDate'],
      ['showLanguage', 'deskShowLanguage'],
    ] as const
  ).map(([label, words]) => {
    const isShown = articles.every((clip) => clip[label]);
    return {
      key: label,
      label: translate(words),
      isOn: isShown,
      onChoose: () => desk.run(() => showLabelOfSeveral(desk, articles, label, !isShown)),
    };
  });
  return (
    <Menu
      icon="more"
      isIconOnly
      items={[
        ...(articles.length > 1
          ? [
              {
                key: 'group',
                label: translate(areOneItem(desk, articles) ? 'deskSeparate' : 'deskGroup'),
                onChoose: () => desk.run(() => toggleGroup(desk, first)),
              },
            ]
          : []),
        ...(merged.length > 0
          ? [
              {
                key: 'merge',
                label: translate('deskMerge'),
                note: translate('deskMergeNote'),
                onChoose: () => desk.run(() => mergeClips(desk, merged)),
              },
            ]
          : []),
        ...labels,
        ...otherNewsletters(desk).map(({ id, name }) => ({
          key: id,
          label: translate('deskMoveToNewsletter', name),
          onChoose: () => desk.run(() => moveToNewsletter(desk, first, id)),
        })),
        { key: 'outlet', label: translate('deskNameOutlet'), onChoose: onNameOutlet },
      ]}
    >
      {translate('deskSelectionTools')}
    </Menu>
  );
}

interface OutletFormProps {
  clips: readonly Clip[];
  onEnd: () => void;
}

/** Asks for the outlet of all selected clips. */
export function OutletForm({ clips, onEnd }: OutletFormProps) {
  const desk = useDesk();
  const translate = useTranslate();
  const [outlet, setOutlet] = useState(sharedOutlet(clips) ?? '');
  return (
    <form
      class="selection-outlet"
      onSubmit={(event) => {
        event.preventDefault();
        onEnd();
        desk.run(() => setOutletOfClips(desk, clips, outlet));
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onEnd();
      }}
    >
      <TextField
        label={translate('uiOutlet')}
        value={outlet}
        onChange={setOutlet}
        inputRef={(input) => input?.focus()}
        after={<Button type="submit">{translate('deskSetOutlet')}</Button>}
      />
    </form>
  );
}

function sharedOutlet(clips: readonly Clip[]): string | undefined {
  const [first, ...others] = clips.map((clip) => clip.outlet);
  return others.every((outlet) => outlet === first) ? first : undefined;
}
