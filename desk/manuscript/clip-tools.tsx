import { parseWebAddress } from '../../src/news/address';
import type { Clip } from '../../src/news/clip';
import type { Section } from '../../src/news/issue';
import { Button } from '../../src/ui/button';
import { LinkButton } from '../../src/ui/link-button';
import { memo } from '../../src/ui/memo';
import { useTranslate } from '../../src/ui/translation-context';
import { SectionMenu } from '../../src/ui/section-menu';
import { sendToBin, moveClipByStep, moveClipTo } from '../actions/clip-actions';
import { useDesk } from '../state/desk';
import { keepFocus } from './manuscript-focus';
import { addNoteAfter } from '../actions/note-actions';

interface ClipToolsProps {
  clip: Clip;
  sections: readonly Section[];
  isActive: boolean;
  onEdit: (part: string) => void;
}

/** The actions for a clip as a whole. */
export const ClipTools = memo(function ClipTools({ clip, sections, isActive, onEdit }: ClipToolsProps) {
  const desk = useDesk();
  const translate = useTranslate();
  const move = (step: 'up' | 'down') => desk.run(() => keepFocus(() => moveClipByStep(desk, clip, step)));
  const moveTo = (sectionId: string | undefined) =>
    desk.run(() => keepFocus(() => moveClipTo(desk, clip, { sectionId })));
  const address = parseWebAddress(clip.address);
  return (
    <div class="clip-tools">
      {!isActive && (
        <Button look="quiet" icon="edit" isIconOnly onClick={() => onEdit('comment')}>
          {translate('deskEdit')}
        </Button>
      )}
      <span class="details-button">
        <Button
          look="quiet"
          icon="more"
          isIconOnly
          onClick={() => desk.show({ clipId: clip.id, side: 'clip', part: 'side' })}
        >
          {translate('deskDetails')}
        </Button>
      </span>
      {address !== undefined && (
        <LinkButton icon="open" href={address.href}>
          {translate('deskOpenArticle')}
        </LinkButton>
      )}
      <Button look="quiet" icon="note" isIconOnly onClick={() => desk.run(() => addNoteAfter(desk, clip))}>
        {translate('deskAddNoteBelow')}
      </Button>
      <Button look="quiet" icon="up" isIconOnly onClick={() => move('up')}>
        {translate('deskMoveUp')}
      </Button>
      <Button look="quiet" icon="down" isIconOnly onClick={() => move('down')}>
        {translate('deskMoveDown')}
      </Button>
      <SectionMenu sections={sections} clip={clip} onChoose={moveTo} />
      <Button look="quiet" icon="bin" isIconOnly onClick={() => desk.run(() => sendToBin(desk, clip))}>
        {translate('deskBinClip')}
      </Button>
    </div>
  );
});
