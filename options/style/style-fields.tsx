import { capitalize, SWITCHED_FIELDS, switchOf } from '../../src/news/article-fields';
import { HEADING_ORDERS, REPORT, type HouseStyle } from '../../src/news/house-style';
import { languageSettings } from '../../src/news/house-styles';
import { tidyLine } from '../../src/news/text/plain-text';
import { writeDay } from '../../src/news/publication-label';
import { Checkbox } from '../../src/ui/fields/checkbox';
import { Choice } from '../../src/ui/fields/choice';
import { LanguageSelect } from '../../src/ui/fields/language-select';
import { useTranslate, type MessageKey, type Translate } from '../../src/ui/translation-context';
import { AutosaveField } from '../controls/autosave-field';
import { CHOICE_LABELS, StyleChoice } from './style-choices';

/** The separators offered between headline and outlet. A text field would not show their spaces. */
const OUTLET_MARKS = [' – ', ' — ', '——', ', ', ': ', ' | ', ' · ', ' / '];
/** The day that shows what each date format looks like. */
export const SAMPLE_DAY = '2026-02-20';

const SWITCHES = [
  { field: 'hasContents', label: 'optionsHasContents' },
  { field: 'hasYear', label: 'optionsHasYear' },
  ...SWITCHED_FIELDS.map((name) => ({
    field: switchOf(name),
    label: `optionsHas${capitalize(name)}` as const,
  })),
] as const;

/** The label of each setting that a part of the sample shows. */
const LABELS: Partial<Record<keyof HouseStyle, MessageKey>> = {
  ...CHOICE_LABELS,
  ...Object.fromEntries(SWITCHES.map(({ field, label }) => [field, label])),
  numbering: 'optionsNumbering',
  outletMark: 'optionsOutletMark',
  dateForm: 'optionsDateForm',
  contentsTitle: 'optionsContentsTitle',
  creditMark: 'optionsCreditMark',
  archiveLabel: 'optionsArchiveLabel',
  alternativeLabel: 'optionsAlternativeLabel',
  gapMark: 'optionsGapMark',
  commentLabel: 'optionsCommentLabel',
};

/** Moves the focus to the control of a setting. */
export function focusSetting(
  fields: HTMLElement | null,
  setting: keyof HouseStyle,
  translate: Translate,
): void {
  const key = LABELS[setting];
  const words = key && translate(key);
  const label = [...(fields?.querySelectorAll('label') ?? [])].find(
    ({ textContent }) => textContent === words,
  );
  const control = label?.control;
  control?.focus();
  control?.scrollIntoView({ block: 'nearest' });
}

interface StyleFieldsProps {
  style: HouseStyle;
  onSet: (fields: Partial<HouseStyle>) => void;
}

/** The fields of a house style, in the order in which they appear in an issue. */
export function StyleFields(props: StyleFieldsProps) {
  return (
    <>
      <ListFields {...props} />
      <HeadlineFields {...props} />
      <LabelFields {...props} />
      <QuoteFields {...props} />
      <StyleLine field="contentsTitle" label="optionsContentsTitle" {...props} />
      <StyleSwitches {...props} />
    </>
  );
}

/** The language of an issue, and how its clips are numbered and laid out. */
function ListFields({ style, onSet }: StyleFieldsProps) {
  const translate = useTranslate();
  return (
    <>
      <LanguageSelect
        label={translate('optionsStyleLanguage')}
        hint={translate('optionsStyleLanguageHint')}
        displayLanguage={translate('languageOfStrings')}
        value={style.language}
        onChange={(language) => onSet(languageSettings(style, language ?? REPORT.language))}
      />
      <StyleChoice field="titlePlace" style={style} onSet={onSet} />
      <Choice
        label={translate('optionsNumbering')}
        value={style.numbering}
        options={[
          { value: 'parenthesis', shown: '1) 2) 3)' },
          { value: 'period', shown: '1. 2. 3.' },
          { value: 'none', shown: translate('optionsNumberingNone') },
        ]}
        onChoose={(numbering) => onSet({ numbering })}
      />
      <StyleChoice field="itemForm" style={style} onSet={onSet} />
    </>
  );
}

function HeadlineFields({ style, onSet }: StyleFieldsProps) {
  const translate = useTranslate();
  const marks = OUTLET_MARKS.includes(style.outletMark) ? OUTLET_MARKS : [...OUTLET_MARKS, style.outletMark];
  return (
    <>
      <StyleChoice field="headlineForm" style={style} onSet={onSet} />
      <Choice
        label={translate('optionsHeadingOrder')}
        value={style.headingOrder}
        options={HEADING_ORDERS.map((value) => ({ value, shown: nameOrder(value, translate) }))}
        onChoose={(headingOrder) => onSet({ headingOrder })}
      />
      <StyleChoice field="linked" style={style} onSet={onSet} />
      <Choice
        label={translate('optionsOutletMark')}
        value={style.outletMark}
        options={marks.map((value) => ({
          value,
          shown: `${translate('uiHeadline')}${value}${translate('uiOutlet')}`,
        }))}
        onChoose={(outletMark) => onSet({ outletMark })}
      />
      <StyleChoice field="outletFace" style={style} onSet={onSet} />
      <StyleLine field="creditMark" label="optionsCreditMark" {...{ style, onSet }} />
    </>
  );
}

/** The labels for date and language. */
function LabelFields({ style, onSet }: StyleFieldsProps) {
  const translate = useTranslate();
  return (
    <>
      <StyleChoice field="labelForm" style={style} onSet={onSet} />
      <StyleChoice field="showsDate" style={style} onSet={onSet} />
      <Choice
        label={translate('optionsDateForm')}
        value={style.dateForm}
        options={(['short', 'long', 'iso'] as const).map((value) => ({
          value,
          shown: writeDay(SAMPLE_DAY, value, style.language),
        }))}
        onChoose={(dateForm) => onSet({ dateForm })}
      />
      <StyleChoice field="showsLanguage" style={style} onSet={onSet} />
      <StyleLine field="archiveLabel" label="optionsArchiveLabel" {...{ style, onSet }} />
      <StyleLine field="alternativeLabel" label="optionsAlternativeLabel" {...{ style, onSet }} />
    </>
  );
}

/** Quotes, their speakers, and the comment. */
function QuoteFields({ style, onSet }: StyleFieldsProps) {
  return (
    <>
      <StyleChoice field="quoteForm" style={style} onSet={onSet} />
      <StyleChoice field="quotesIn" style={style} onSet={onSet} />
      <StyleChoice field="groupForm" style={style} onSet={onSet} />
      <StyleChoice field="speakerForm" style={style} onSet={onSet} />
      <StyleChoice field="speakerFace" style={style} onSet={onSet} />
      <StyleLine field="gapMark" label="optionsGapMark" {...{ style, onSet }} />
      <StyleLine field="commentLabel" label="optionsCommentLabel" {...{ style, onSet }} />
      <StyleChoice field="commentLabelFace" style={style} onSet={onSet} />
    </>
  );
}

interface StyleLineProps extends StyleFieldsProps {
  field: 'contentsTitle' | 'creditMark' | 'archiveLabel' | 'alternativeLabel' | 'gapMark' | 'commentLabel';
  label: MessageKey;
}

/** A text of the style, in one line. */
function StyleLine({ field, label, style, onSet }: StyleLineProps) {
  const translate = useTranslate();
  return (
    <AutosaveField
      label={translate(label)}
      value={style[field]}
      onKeep={(text) => onSet({ [field]: tidyLine(text) ?? '' })}
    />
  );
}

function StyleSwitches({ style, onSet }: StyleFieldsProps) {
  const translate = useTranslate();
  return (
    <div class="style-switches">
      {SWITCHES.map(({ field, label }) => (
        <Checkbox key={field} isChecked={style[field]} onChange={(isOn) => onSet({ [field]: isOn })}>
          {translate(label)}
        </Checkbox>
      ))}
    </div>
  );
}

const PARTS = {
  headline: 'uiHeadline',
  outlet: 'uiOutlet',
  date: 'deskDate',
  language: 'uiLanguage',
} as const;

/** The names of an order's parts, such as `Headline · Outlet · Date · Language`. */
function nameOrder(order: HouseStyle['headingOrder'], translate: Translate): string {
  const parts = order.split(' ') as (keyof typeof PARTS)[]; // an order is a list of these words
  return parts.map((part) => translate(PARTS[part])).join(' · ');
}
