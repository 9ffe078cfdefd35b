import { Button } from '../../src/ui/button';
import { Menu } from '../../src/ui/menu';
import { useTranslate } from '../../src/ui/translation';
import { binClip, moveClipTo } from '../state/clip-acts';
import { copyClips } from '../state/copies';
import { useDesk } from '../state/desk';
import { focusTreeItem, keepTreeFocus } from '../state/focus';
import { clearSelection, selectedClips } from '../state/selection';

/** How many clips are selected, and what can be done with all of them at once. */
export function SelectionBar() {
  const desk = useDesk();
  const translate = useTranslate();
  const clips = selectedClips(desk);
  const [first] = clips;
  if (first === undefined) return null;
  const { isCurrent, issue } = desk.content;
  const moveTo = (sectionId?: string) =>
    desk.run(() =>
      keepTreeFocus(first.id, () => moveClipTo(desk, first, sectionId === undefined ? {} : { sectionId })),
    );
  const end = () => {
    clearSelection(desk);
    focusTreeItem(first.id);
  };
  return (
    <div
      class="selection-bar"
      role="group"
      aria-label={translate('deskSelected', String(clips.length))}
      onKeyDown={({ key }) => key === 'Escape' && end()}
    >
      <span class="selection-count">{translate('deskSelected', String(clips.length))}</span>
      {isCurrent ? (
        <>
          <Menu
            icon="file"
            isIconOnly
            heading={translate('deskMoveTo')}
            items={[
              ...issue.sections.map((section, place) => ({
                key: section.id,
                label: `${place + 1} ${section.title}`,
                onChoose: () => moveTo(section.id),
              })),
              { key: 'unsorted', label: translate('uiUnsorted'), onChoose: () => moveTo() },
            ]}
          >
            {translate('deskMoveTo')}
          </Menu>
          <Button look="quiet" icon="bin" isIconOnly onClick={() => desk.run(() => binClip(desk, first))}>
            {translate('deskBinClip')}
          </Button>
        </>
      ) : (
        <Button look="quiet" onClick={() => desk.run(() => copyClips(desk, clips))}>
          {translate('deskCopyToCurrent')}
        </Button>
      )}
      <Button look="quiet" icon="close" isIconOnly onClick={end}>
        {translate('deskClearSelection')}
      </Button>
    </div>
  );
}
