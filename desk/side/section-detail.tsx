import { isUnsorted, type Clip } from '../../src/news/clip';
import type { Section } from '../../src/news/issue';
import { Field } from '../../src/ui/field';
import { useTranslate } from '../../src/ui/translation';
import { moveClipTo } from '../state/clip-acts';
import { useDesk } from '../state/desk';

/** Chosen here, a clip goes to the end of the section. */
export function SectionDetail({ clip, sections }: { clip: Clip; sections: readonly Section[] }) {
  const desk = useDesk();
  const translate = useTranslate();
  return (
    <Field
      label={translate('uiSection')}
      control={(control) => (
        <select
          {...control}
          class="control control-box"
          value={isUnsorted(clip, { sections }) ? '' : clip.sectionId}
          onChange={({ currentTarget: { value } }) =>
            desk.run(() => moveClipTo(desk, clip, value === '' ? {} : { sectionId: value }))
          }
        >
          {sections.map((section, place) => (
            <option key={section.id} value={section.id}>
              {`${place + 1} ${section.title}`}
            </option>
          ))}
          <option value="">{translate('uiUnsorted')}</option>
        </select>
      )}
    />
  );
}
