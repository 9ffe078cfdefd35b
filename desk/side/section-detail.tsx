import { isUnsorted, type Clip } from '../../src/news/clip';
import { Field } from '../../src/ui/field';
import { useTranslate } from '../../src/ui/translation';
import { moveClipTo } from '../state/clip-acts';
import { useDesk } from '../state/desk';

/** Chosen here, a clip goes to the end of the section. */
export function SectionDetail({ clip }: { clip: Clip }) {
  const desk = useDesk();
  const translate = useTranslate();
  const { issue } = desk.content;
  return (
    <Field
      label={translate('uiSection')}
      control={(control) => (
        <select
          {...control}
          class="control control-box"
          value={isUnsorted(clip, issue) ? '' : clip.sectionId}
          onChange={({ currentTarget: { value } }) =>
            desk.run(() => moveClipTo(desk, clip, value === '' ? {} : { sectionId: value }))
          }
        >
          {issue.sections.map((section, place) => (
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
