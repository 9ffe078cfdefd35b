import { parseWebAddress } from '../../src/news/address';
import type { Clip } from '../../src/news/clip';
import type { Section } from '../../src/news/issue';
import { Button } from '../../src/ui/button';
import { LinkButton } from '../../src/ui/link-button';
import { memo } from '../../src/ui/memo';
import { Menu } from '../../src/ui/menu';
import { SectionMenu } from '../../src/ui/section-menu';
import { useTranslate } from '../../src/ui/translation-context';
import { labelClip, moveClipByStep, moveClipTo, sendToBin } from '../actions/clip-actions';
import { toggleGroup } from '../actions/group-actions';
import { markLink } from '../actions/clip-edits';
import { moveToNewsletter, otherNewsletters } from '../actions/newsletter-actions';
import { addNoteAfter } from '../actions/note-actions';
import { useDesk } from '../state/desk';
import { keepFocus } from './manuscript-focus';

interface ClipToolsProps {
  clip: Clip;
  sections: readonly Section[];
  isActive: boolean;
  /** What G does with the clip, in words. Absent: nothing. */
  grouping: 'deskSeparate' | 'deskGroupWithAbove' | undefined;
  onEdit: (part: string) => void;
}

/** The actions for a clip as a whole: three buttons, which name the clip. */
export const ClipTools = memo(function ClipTools(props: ClipToolsProps) {
  const { clip, sections, isActive, onEdit } = props;
  const desk = useDesk();
  const translate = useTranslate();
  const name = labelClip(desk, clip);
  const move = (step: 'up' | 'down') => desk.run(() => keepFocus(() => moveClipByStep(desk, clip, step)));
  const moveTo = (sectionId: string | undefined) =>
    desk.run(() => keepFocus(() => moveClipTo(desk, clip, { sectionId })));
  const address = parseWebAddress(clip.address);
  return (
    <div class="clip-tools">
      {address !== undefined ? (
        <LinkButton icon="open" href={address.href}>
          {translate('deskOpenArticleOf', name)}
        </LinkButton>
      ) : (
        !isActive && (
          <Button look="quiet" icon="edit" isIconOnly onClick={() => onEdit('comment')}>
            {translate('deskEditClip', name)}
          </Button>
        )
      )}
      <SectionMenu
        sections={sections}
        clip={clip}
        label={translate('deskMoveClip', name)}
        before={[
          { key: 'up', label: translate('deskMoveUp'), onChoose: () => move('up') },
          { key: 'down', label: translate('deskMoveDown'), onChoose: () => move('down') },
        ]}
        onChoose={moveTo}
      />
      <MoreTools {...props} />
    </div>
  );
});

/** The menu for what is done less often. */
function MoreTools({ clip, isActive, grouping, onEdit }: ClipToolsProps) {
  const desk = useDesk();
  const translate = useTranslate();
  const edit = { key: 'edit', label: translate('deskEdit'), onChoose: () => onEdit('comment') };
  return (
    <Menu
      icon="more"
      isIconOnly
      items={[
        ...(isActive ? [] : [edit]),
        {
          key: 'details',
          label: translate('deskDetails'),
          onChoose: () => desk.show({ clipId: clip.id, side: 'clip', part: 'side' }),
        },
        {
          key: 'note',
          label: translate('deskAddNoteBelow'),
          onChoose: () => desk.run(() => addNoteAfter(desk, clip)),
        },
        ...(grouping !== undefined && !clip.isNote
          ? [
              {
                key: 'group',
                label: translate(grouping),
                onChoose: () => desk.run(() => keepFocus(() => toggleGroup(desk, clip))),
              },
            ]
          : []),
        ...(clip.address === undefined
          ? []
          : [
              {
                key: 'link',
                label: translate(clip.isLinkDead ? 'deskLinkWorks' : 'deskMarkLinkDead'),
                onChoose: () => desk.run(() => markLink(desk, clip, !clip.isLinkDead)),
              },
            ]),
        ...otherNewsletters(desk).map(({ id, name }) => ({
          key: id,
          label: translate('deskMoveToNewsletter', name),
          onChoose: () => desk.run(() => moveToNewsletter(desk, clip, id)),
        })),
        {
          key: 'bin',
          label: translate('deskBinClip'),
          onChoose: () => desk.run(() => sendToBin(desk, clip)),
        },
      ]}
    >
      {translate('deskClipTools', labelClip(desk, clip))}
    </Menu>
  );
}
