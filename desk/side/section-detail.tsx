import { isUnsorted, type Clip } from '../../src/news/clip';
import type { Section } from '../../src/news/issue';
import { Choice } from '../../src/ui/choice';
import { useTranslate } from '../../src/ui/translation';
import { moveClipTo } from '../state/clip-acts';
import { useDesk } from '../state/desk';

/** Chosen here, a clip goes to the end of the section. */
export function SectionDetail({ clip, sections }: { clip: Clip; sections: readonly Section[] }) {
  const desk = useDesk();
  const translate = useTranslate();
  return (
    <Choice
      label={translate('uiSection')}
      value={isUnsorted(clip, { sections }) ? undefined : clip.sectionId}
      options={[
        ...sections.map(({ id, title }, place) => ({ value: id, shown: `${place + 1} ${title}` })),
        { value: undefined, shown: translate('uiUnsorted') },
      ]}
      onChoose={(sectionId) => desk.run(() => moveClipTo(desk, clip, { sectionId }))}
    />
  );
}
