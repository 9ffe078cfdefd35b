import { parseWebAddress } from '../../src/news/address';
import type { Clip } from '../../src/news/clip';
import type { Section } from '../../src/news/issue';
import { Button } from '../../src/ui/button';
import { LinkButton } from '../../src/ui/link-button';
import { memo } from '../../src/ui/memo';
import { Menu, type MenuItem } from '../../src/ui/menu';
import { SectionMenu } from '../../src/ui/section-menu';
import { useTranslate } from '../../src/ui/translation-context';
import { labelClip, moveClipByStep, moveClipTo, sendToBin } from '../actions/clip-actions';
import { areOneItem, toggleGroup } from '../actions/group-actions';
import { markLink } from '../actions/clip-edits';
import { clipsToMerge, mergeClips } from '../actions/merge-clips';
import { moveToNewsletter, otherNewsletters } from '../actions/newsletter-actions';
import { addNoteAfter } from '../actions/note-actions';
import { useDesk, type Desk } from '../state/desk';
import { clipsConcerned } from '../state/selection';
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
function MoreTools(props: ClipToolsProps) {
  const desk = useDesk();
  const translate = useTranslate();
  return (
    <Menu icon="more" isIconOnly items={() => moreTools(desk, props)}>
      {translate('deskClipTools', labelClip(desk, props.clip))}
    </Menu>
  );
}

function moreTools(desk: Desk, props: ClipToolsProps): MenuItem[] {
  const { clip, isActive, onEdit } = props;
  const { translate } = desk;
  const item = (key: string, label: string, onChoose: () => void) => ({ key, label, onChoose });
  const linkLabel = clip.isLinkDead ? 'deskLinkWorks' : 'deskMarkLinkDead';
  return [
    ...(isActive ? [] : [item('edit', translate('deskEdit'), () => onEdit('comment'))]),
    item('details', translate('deskDetails'), () =>
      desk.show({ clipId: clip.id, side: 'clip', part: 'side' }),
    ),
    item('note', translate('deskAddNoteBelow'), () => desk.run(() => addNoteAfter(desk, clip))),
    ...(clip.isNote ? [] : joiningTools(desk, props)),
    ...(clip.address === undefined
      ? []
      : [item('link', translate(linkLabel), () => desk.run(() => markLink(desk, clip, !clip.isLinkDead)))]),
    ...otherNewsletters(desk).map(({ id, name }) =>
      item(id, translate('deskMoveToNewsletter', name), () =>
        desk.run(() => moveToNewsletter(desk, clip, id)),
      ),
    ),
    item('bin', translate('deskBinClip'), () => desk.run(() => sendToBin(desk, clip))),
  ];
}

/** What makes one of several clips: of the selected ones, otherwise of the clip and the one above it, or of one article. */
function joiningTools(desk: Desk, { clip, grouping }: ClipToolsProps): MenuItem[] {
  const { translate } = desk;
  const selected = clipsConcerned(desk, clip).filter(({ isNote }) => isNote !== true);
  const areSeveral = selected.length > 1;
  const label = !areSeveral ? grouping : areOneItem(desk, selected) ? 'deskSeparate' : 'deskGroup';
  const merged = clipsToMerge(desk, clip);
  return [
    ...(label === undefined
      ? []
      : [
          {
            key: 'group',
            label: translate(label),
            onChoose: () => desk.run(() => keepFocus(() => toggleGroup(desk, clip))),
          },
        ]),
    ...(merged.length === 0
      ? []
      : [
          {
            key: 'merge',
            label: areSeveral ? translate('deskMerge') : translate('deskMergeArticle', merged.length - 1),
            note: translate('deskMergeNote'),
            onChoose: () => desk.run(() => keepFocus(() => mergeClips(desk, merged))),
          },
        ]),
  ];
}
