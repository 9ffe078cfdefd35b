import type { Ref, VNode } from 'preact';
import { publicationDay, type ClipContent } from '../src/news/clip';
import {
  ARTICLE_FIELDS,
  DETAIL_FIELDS,
  WORDS_FIELDS,
  type ArticleField,
  type DetailField,
  type WordsField,
} from '../src/news/article-fields';
import { DEFAULT_PREFERENCES } from '../src/news/preferences';
import { LanguageSelect, nameLanguage } from '../src/ui/fields/language-select';
import { TextArea } from '../src/ui/fields/text-area';
import { DateField } from '../src/ui/fields/date-field';
import { TextField } from '../src/ui/fields/text-field';
import { useTranslate, type Translate } from '../src/ui/translation-context';
import './field-rows.css';
import type { ArticleContext } from './article-context';
import { readField } from './clip-form';
import type * as LateView from './late-view';

interface ArticleFieldsProps {
  content: ClipContent;
  context: ArticleContext;
  addressRef: Ref<HTMLInputElement>;
  isAddressRefused: boolean;
  onWrite: (field: ArticleField, value: string) => void;
  onShow: (field: 'showDate' | 'showLanguage', isShown: boolean) => void;
  /** Absent until the late part of the popup is loaded. */
  late: typeof LateView | undefined;
}

/** The typeface of the headline and the dek. */
const FACES: Record<WordsField, 'headline' | 'serif'> = { headline: 'headline', dek: 'serif' };

type DetailProps = ArticleFieldsProps & { name: DetailField };

/** The component for each kind of field. */
const CONTROLS: Record<(typeof ARTICLE_FIELDS)[DetailField]['kind'], (props: DetailProps) => VNode> = {
  line: LineField,
  day: DayField,
  language: LanguageField,
  address: AddressField,
};

/** The article's fields, one row each with its label. */
export function ArticleFields(props: ArticleFieldsProps) {
  const translate = useTranslate();
  const isReading = isBeingRead(props.context);
  return (
    <div class="article-fields" aria-busy={isReading}>
      {WORDS_FIELDS.map((name) => (
        <TextArea
          key={name}
          {...fieldProps(name, props, translate)}
          face={FACES[name]}
          isOneLine
          {...(name === 'headline' && {
            lines: 2,
            placeholder: isReading ? translate('popupReading') : undefined,
          })}
        />
      ))}
      {DETAIL_FIELDS.filter((name) => isShown(name, props)).map((name) => {
        const Control = CONTROLS[ARTICLE_FIELDS[name].kind];
        return <Control key={name} {...props} name={name} />;
      })}
    </div>
  );
}

/** Fields that most pages lack are shown only if they have a value or if candidates were found. */
function isShown(name: DetailField, { content, context }: ArticleFieldsProps): boolean {
  if (!('isRare' in ARTICLE_FIELDS[name])) return true;
  return readField(content, name) !== undefined || (candidatesOf(context, name)?.length ?? 0) > 0;
}

function LineField({ name, ...props }: DetailProps) {
  return <TextField {...fieldProps(name, props, useTranslate())} />;
}

function AddressField({ name, ...props }: DetailProps) {
  const translate = useTranslate();
  return (
    <TextField
      {...fieldProps(name, props, translate)}
      type="url"
      inputRef={props.addressRef}
      problem={props.isAddressRefused ? translate('popupAddressRefused') : undefined}
    />
  );
}

function DayField({ name, ...props }: DetailProps) {
  const translate = useTranslate();
  const field = fieldProps(name, props, translate, props.late?.writeInstant);
  return (
    <DateField
      {...field}
      value={publicationDay(props.content)}
      after={
        <>
          {field.after}
          <ChipSlot {...props} kind="date" />
        </>
      }
    />
  );
}

function LanguageField({ name, ...props }: DetailProps) {
  const translate = useTranslate();
  const field = fieldProps(name, props, translate, nameLanguage);
  return (
    <LanguageSelect
      {...field}
      onChange={(language) => field.onChange(language ?? '')}
      displayLanguage={translate('languageOfStrings')}
      after={
        <>
          {field.after}
          <ChipSlot {...props} kind="language" />
        </>
      }
    />
  );
}

/** Reserves the space of the button that toggles whether a label is printed, so that nothing moves when it is loaded. */
function ChipSlot({ late, ...props }: ArticleFieldsProps & { kind: 'date' | 'language' }) {
  const { context } = props;
  const { houseStyle } = context.preferences ?? DEFAULT_PREFERENCES;
  return (
    <span class="chip-slot">
      {late && <late.PrintChip {...props} style={houseStyle} days={candidatesOf(context, 'published')} />}
    </span>
  );
}

/** The props that every field of the article has: its value, its label, and the other values that were found. */
function fieldProps(
  name: ArticleField,
  { content, context, onWrite, late }: ArticleFieldsProps,
  translate: Translate,
  describe?: (value: string, language: string) => string,
) {
  const label = translate(ARTICLE_FIELDS[name].label);
  const value = readField(content, name);
  const onChange = (written: string) => onWrite(name, written);
  return {
    label,
    layout: 'row' as const,
    look: 'bare' as const,
    value,
    onChange,
    after: (
      <span class="menu-slot">
        {late && (
          <late.CandidateMenu
            field={label}
            candidates={candidatesOf(context, name)}
            value={value}
            describe={describe && ((found) => describe(found, translate('languageOfStrings')))}
            onChoose={onChange}
          />
        )}
      </span>
    ),
  };
}

function isBeingRead({ capture, stored, opened }: ArticleContext): boolean {
  return capture === undefined && stored === undefined && opened === undefined;
}

function candidatesOf({ capture, stored }: ArticleContext, field: ArticleField) {
  return capture && 'page' in capture ? capture.page.fields[field] : stored?.candidates?.[field];
}
