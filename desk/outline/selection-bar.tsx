import { useState } from 'preact/hooks';
import { isOpen } from '../state/desk-content';
import { Button } from '../../src/ui/button';
import { useTranslate } from '../../src/ui/translation-context';
import { SectionMenu } from '../../src/ui/section-menu';
import { sendToBin, fileClip } from '../actions/clip-actions';
import { copyClips } from '../actions/copy-actions';
import { useDesk, type Desk } from '../state/desk';
import { afterDrawing } from '../state/focus';
import { clearSelection, selectedClips } from '../state/selection';
import { OutletForm, SelectionMenu } from './selection-menu';
import { focusTreeItem, passTreeFocus, takeLineOfMenu } from './outline-focus';

/** The number of selected clips, and the actions for all of them. */
export function SelectionBar() {
  const desk = useDesk();
  const translate = useTranslate();
  const [isNaming, setNaming] = useState(false);
  const clips = selectedClips(desk);
  const [first] = clips;
  if (first === undefined) return null;
  const { isEditable, issue } = desk.content;
  const areOpen = clips.every(({ issueId }) => isOpen(desk.content, issueId));
  const moveTo = (sectionId: string | undefined) =>
    desk.run(() => passTreeFocus(desk, clips, () => fileClip(desk, first, sectionId)));
  const end = () => {
    clearSelection(desk);
    focusTreeItem(first.id);
  };
  return (
    <div
      class="selection-bar"
      role="group"
      aria-label={translate('deskSelected', clips.length)}
      onClickCapture={takeLineOfMenu}
      onKeyDownCapture={({ key }) => key === 'Escape' && returnToLine(desk)}
      onKeyDown={({ key }) => key === 'Escape' && end()}
    >
      <span class="selection-count">{translate('deskSelected', clips.length)}</span>
      {areOpen ? (
        <>
          <SectionMenu sections={isEditable ? issue.sections : []} onChoose={moveTo} />
          <Button
            look="quiet"
            icon="bin"
            isIconOnly
            onClick={() => desk.run(() => passTreeFocus(desk, clips, () => sendToBin(desk, first)))}
          >
            {translate('deskBinClip')}
          </Button>
          <SelectionMenu clips={clips} onNameOutlet={() => setNaming(true)} />
        </>
      ) : (
        <Button look="quiet" onClick={() => desk.run(() => copyClips(desk, clips))}>
          {translate('deskCopyToCurrent')}
        </Button>
      )}
      <Button look="quiet" icon="close" isIconOnly onClick={end}>
        {translate('deskClearSelection')}
      </Button>
      {isNaming && areOpen && <OutletForm clips={clips} onEnd={() => setNaming(false)} />}
    </div>
  );
}

/** Escape in a menu that M has opened returns to its line, as if nothing had been pressed. */
function returnToLine(desk: Desk): void {
  const line = takeLineOfMenu();
  if (line === undefined) return;
  afterDrawing(() => {
    if (line.isSelectedForMenu) clearSelection(desk);
    focusTreeItem(line.id);
  });
}
