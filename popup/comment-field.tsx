import type { RefObject } from 'preact';
import type { Section } from '../src/news/issue';
import { TextArea } from '../src/ui/fields/text-area';
import { useTranslate } from '../src/ui/translation-context';
import type { Clipping } from './clipping';
import { useLatePart } from '../src/ui/late-part';

const loadSectionCommand = () => import('../src/ui/fields/section-command');

interface CommentFieldProps {
  clipping: Clipping;
  sections: readonly Section[];
  areaRef: RefObject<HTMLTextAreaElement | null>;
}

/** The field for the analyst's comment. A slash at the beginning offers the sections; the code for that is loaded on demand. */
export function CommentField({ clipping, sections, areaRef }: CommentFieldProps) {
  const translate = useTranslate();
  const { comment = '' } = clipping.state.form.content;
  const isCommand = /^[/／、]/u.test(comment);
  const SectionCommand = useLatePart(isCommand, loadSectionCommand)?.SectionCommand;
  return (
    <>
      <TextArea
        label={translate('uiComment')}
        isLabelHidden
        placeholder={translate('popupCommentPlaceholder')}
        lines={4}
        areaRef={areaRef}
        value={comment}
        onChange={(text) => clipping.write('comment', text)}
      />
      {isCommand && SectionCommand && (
        <SectionCommand
          areaRef={areaRef}
          text={comment}
          sections={sections}
          onTake={(choice, rest) => {
            clipping.write('comment', rest);
            clipping.chooseSection(choice);
          }}
        />
      )}
    </>
  );
}
