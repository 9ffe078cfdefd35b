import { isGroupedWith } from '../../src/news/assemble-manuscript';
import { isInbox } from '../../src/news/newsletter';
import type { HouseStyle } from '../../src/news/house-style';
import type { Section } from '../../src/news/issue';
import { memo } from '../../src/ui/memo';
import { Menu } from '../../src/ui/menu';
import { tidyLine } from '../../src/news/text/plain-text';
import { useTranslate } from '../../src/ui/translation-context';
import { TextBlock } from '../fields/text-block';
import { moveSection, removeSection, renameSection } from '../actions/section-actions';
import { useDesk } from '../state/desk';
import { keepFocus, returnByEscape } from './manuscript-focus';
import { addNoteAt } from '../actions/note-actions';
import { nameGroup, type SectionGroup } from '../state/shown-clips';
import { ClipEntry } from './clip-entry';

interface SectionPartProps {
  issueId: string;
  group: SectionGroup;
  sections: readonly Section[];
  style: HouseStyle;
  /** The clip that is being edited, if it belongs to this section. */
  activeClipId: string | undefined;
  selectedIds: ReadonlySet<string> | undefined;
}

/** A section of the manuscript with its clips. The inbox and the clips without a section have no number. */
export const SectionPart = memo(function SectionPart(props: SectionPartProps) {
  const { issueId, group, sections, style, activeClipId, selectedIds } = props;
  const translate = useTranslate();
  const { section, clips } = group;
  const title = nameGroup(group, translate);
  const isOfInbox = isInbox(group.issueId);
  if (section === undefined && clips.length === 0) return null;
  return (
    <section
      class={`section${section ? '' : ' is-unsorted'}`}
      id={`section-${section?.id ?? (isOfInbox ? 'inbox' : 'loose')}`}
      data-section={section?.id}
      aria-label={title}
    >
      {section === undefined ? (
        <header class="section-head">
          <h2>{title}</h2>
          <p class="hint">{translate(isOfInbox ? 'deskInboxHint' : 'deskInNoSectionHint')}</p>
        </header>
      ) : (
        <SectionHead issueId={issueId} section={section} number={group.number ?? 0} count={sections.length} />
      )}
      {clips.length === 0 && <p class="empty">{translate('deskSectionEmpty')}</p>}
      {clips.map((clip, place) => (
        <ClipEntry
          key={clip.id}
          clip={clip}
          style={style}
          sections={sections}
          isActive={clip.id === activeClipId}
          isSelected={selectedIds?.has(clip.id) ?? false}
          isGrouped={isGroupedWith(clip, clips[place - 1])}
          isBelowClip={place > 0 && clips[place - 1]?.isNote !== true}
        />
      ))}
    </section>
  );
});

interface SectionHeadProps {
  issueId: string;
  section: Section;
  number: number;
  count: number;
}

const SectionHead = memo(function SectionHead({ issueId, section, number, count }: SectionHeadProps) {
  const desk = useDesk();
  const translate = useTranslate();
  const move = (step: 'up' | 'down') => desk.run(() => keepFocus(() => moveSection(desk, section, step)));
  return (
    <header
      class="section-head"
      onKeyDown={(event) => returnByEscape(event, 'outlineLine', { id: section.id })}
    >
      <span class="section-number" aria-hidden="true">
        {number}
      </span>
      <h2 class="visually-hidden">{`${number} ${section.title}`}</h2>
      <TextBlock
        label={translate('deskSectionTitle', String(number))}
        isLabelHidden
        isOneLine
        face="headline"
        stored={section.title}
        tidy={(title) => tidyLine(title) ?? section.title} // an empty title is not stored
        save={(title) => renameSection(desk, issueId, section, title)}
      />
      <Menu
        icon="more"
        isIconOnly
        items={[
          ...(number > 1 ? [{ key: 'up', label: translate('deskMoveUp'), onChoose: () => move('up') }] : []),
          ...(number < count
            ? [{ key: 'down', label: translate('deskMoveDown'), onChoose: () => move('down') }]
            : []),
          {
            key: 'note',
            label: translate('deskAddNote'),
            onChoose: () => desk.run(() => addNoteAt(desk, { sectionId: section.id })),
          },
          {
            key: 'remove',
            label: translate('deskRemoveSection'),
            note: translate('deskRemoveSectionNote'),
            onChoose: () => desk.run(() => removeSection(desk, section)),
          },
        ]}
      >
        {translate('deskSectionTools', tidyLine(section.title) ?? String(number))}
      </Menu>
    </header>
  );
});
