import type { Ref } from 'preact';
import { publicationDay, type ArticleField, type ClipContent } from '../src/news/clip';
import { writeDay } from '../src/news/publication-label';
import { CandidateMenu } from '../src/ui/candidate-menu';
import { Checkbox } from '../src/ui/checkbox';
import { LanguageSelect, nameLanguage } from '../src/ui/language-select';
import { TextArea } from '../src/ui/text-area';
import { DateField } from '../src/ui/date-field';
import { TextField } from '../src/ui/text-field';
import { useTranslate, type MessageKey, type Translate } from '../src/ui/translation';
import './article-fields.css';
import type { Facts } from './facts';
import { readField } from './sheet';

interface ArticleFieldsProps {
  content: ClipContent;
  facts: Facts;
  addressRef: Ref<HTMLInputElement>;
  isAddressRefused: boolean;
  onWrite: (field: ArticleField, value: string) => void;
  onShow: (field: 'showDate' | 'showLanguage', isShown: boolean) => void;
}

const LABELS: Record<ArticleField, MessageKey> = {
  headline: 'uiHeadline',
  outlet: 'uiOutlet',
  sourceCredit: 'uiSourceCredit',
  published: 'uiPublished',
  byline: 'uiByline',
  dek: 'uiDek',
  language: 'uiLanguage',
  address: 'uiAddress',
};

/** The article's fields as a cutting shows them: what each is, its look says; its name is read out. */
export function ArticleFields(props: ArticleFieldsProps) {
  const translate = useTranslate();
  const field = (name: ArticleField) => fieldProps(name, props, translate);
  const isReading = isBeingRead(props.facts);
  return (
    <div class="article-fields" aria-busy={isReading}>
      <TextArea
        {...field('headline')}
        face="headline"
        isOneLine
        placeholder={translate(isReading ? 'popupReading' : LABELS.headline)}
      />
      <TextArea {...field('dek')} face="serif" isOneLine />
      <TextField {...field('outlet')} />
      {hasSourceCredit(props) && <TextField {...field('sourceCredit')} />}
      <PublishedField {...props} />
      <TextField {...field('byline')} />
      <LanguageField {...props} />
      <TextField
        {...field('address')}
        type="url"
        inputRef={props.addressRef}
        problem={props.isAddressRefused ? translate('popupAddressRefused') : undefined}
      />
    </div>
  );
}

/** Of most pages there is none: the field stands where one was found, or is written. */
function hasSourceCredit({ content, facts }: ArticleFieldsProps): boolean {
  return content.sourceCredit !== undefined || (candidatesOf(facts, 'sourceCredit')?.length ?? 0) > 0;
}

function PublishedField(props: ArticleFieldsProps) {
  const translate = useTranslate();
  const field = fieldProps('published', props, translate, writeInstant);
  return (
    <DateField
      {...field}
      value={publicationDay(props.content)}
      after={
        <>
          {field.after}
          <Checkbox
            isChecked={props.content.showDate}
            onChange={(isShown) => props.onShow('showDate', isShown)}
            title={translate('popupShowDate')}
          >
            {translate('popupShow')}
          </Checkbox>
        </>
      }
    />
  );
}

function LanguageField(props: ArticleFieldsProps) {
  const translate = useTranslate();
  const field = fieldProps('language', props, translate, nameLanguage);
  return (
    <LanguageSelect
      {...field}
      onChange={(language) => field.onChange(language ?? '')}
      displayLanguage={translate('languageOfStrings')}
      after={
        <>
          {field.after}
          <Checkbox
            isChecked={props.content.showLanguage}
            onChange={(isShown) => props.onShow('showLanguage', isShown)}
            title={translate('popupShowLanguage')}
          >
            {translate('popupShow')}
          </Checkbox>
        </>
      }
    />
  );
}

/** What every field of the article has: its value, its name, and the other values that were found. */
function fieldProps(
  name: ArticleField,
  { content, facts, onWrite }: ArticleFieldsProps,
  translate: Translate,
  describe?: (value: string, language: string) => string,
) {
  const label = translate(LABELS[name]);
  const value = readField(content, name);
  const onChange = (written: string) => onWrite(name, written);
  return {
    label,
    isLabelHidden: true,
    look: 'bare' as const,
    value,
    placeholder: isBeingRead(facts) ? '' : label,
    onChange,
    after: (
      <CandidateMenu
        field={label}
        candidates={candidatesOf(facts, name)}
        value={value}
        describe={describe && ((found) => describe(found, translate('languageOfStrings')))}
        onChoose={onChange}
      />
    ),
  };
}

function isBeingRead({ capture, stored, opened }: Facts): boolean {
  return capture === undefined && stored === undefined && opened === undefined;
}

function candidatesOf({ capture, stored }: Facts, field: ArticleField) {
  return capture && 'page' in capture ? capture.page.fields[field] : stored?.candidates?.[field];
}

/** A day, with the time and the offset which the page gives: `18 November 2026, 09:30 +03:00`. */
function writeInstant(value: string, language: string): string {
  const day = writeDay(value.slice(0, 10), 'long', language);
  const [, time, offset] = /^[^T]*T(\d\d:\d\d)[^Z+-]*((?:[Z+-].*)?)$/u.exec(value) ?? [];
  return time === undefined ? day : `${day}, ${time} ${offset === 'Z' ? 'UTC' : (offset ?? '')}`;
}
