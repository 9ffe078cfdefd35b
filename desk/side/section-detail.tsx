import { isUnsorted, type Clip } from '../../src/news/clip';
import { isInbox } from '../../src/news/newsletter';
import type { Section } from '../../src/news/issue';
import { otherSections } from '../../src/news/merge/clip-versions';
import { Choice } from '../../src/ui/fields/choice';
import { useTranslate } from '../../src/ui/translation-context';
import { moveClipTo } from '../actions/clip-actions';
import { useDesk } from '../state/desk';
import { OtherValues } from './other-values';

/** Shown for a clip of an issue that is in none of its sections. */
const NO_SECTION = 'none';

/** Moves a clip to the end of the chosen section. */
export function SectionDetail({ clip, sections }: { clip: Clip; sections: readonly Section[] }) {
  const desk = useDesk();
  const translate = useTranslate();
  const others = otherSections(clip).flatMap((sectionId) => {
    const section = sections.find(({ id }) => id === sectionId);
    return section === undefined ? [] : [{ value: sectionId, shown: section.title }];
  });
  const isLoose = isUnsorted(clip, { sections }) && !isInbox(clip.issueId);
  const moveTo = (sectionId: string | undefined) => desk.run(() => moveClipTo(desk, clip, { sectionId }));
  return (
    <>
      <Choice
        label={translate('uiSection')}
        value={isLoose ? NO_SECTION : isUnsorted(clip, { sections }) ? undefined : clip.sectionId}
        options={[
          ...(isLoose ? [{ value: NO_SECTION, shown: translate('deskInNoSection') }] : []),
          ...sections.map(({ id, title }, place) => ({ value: id, shown: `${place + 1} ${title}` })),
          { value: undefined, shown: translate('uiInbox') },
        ]}
        onChoose={moveTo}
      />
      <OtherValues values={others} onChoose={moveTo} />
    </>
  );
}
