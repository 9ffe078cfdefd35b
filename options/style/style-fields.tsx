import { capitalize, SWITCHED_FIELDS, switchOf } from '../../src/news/article-fields';
import { HEADING_ORDERS, REPORT, type HouseStyle } from '../../src/news/house-style';
import { tidyLine } from '../../src/news/text/plain-text';
import { writeDay } from '../../src/news/publication-label';
import { Checkbox } from '../../src/ui/fields/checkbox';
import { Choice } from '../../src/ui/fields/choice';
import { LanguageSelect } from '../../src/ui/fields/language-select';
import { useTranslate, type Translate } from '../../src/ui/translation-context';
import { AutosaveField } from '../controls/autosave-field';
import { StyleChoice } from './style-choices';

/** Offered between headline and outlet; their spaces would not be seen in a text field. */
const OUTLET_MARKS = [' – ', ' — ', '——', ', ', ': ', ' | ', ' · ', ' / '];
/** The day by which forms of dates are shown. */
export const SAMPLE_DAY = '2026-02-20';

const SWITCHES = [
  { field: 'hasContents', label: 'optionsHasContents' },
  ...SWITCHED_FIELDS.map((name) => ({
    field: switchOf(name),
    label: `optionsHas${capitalize(name)}` as const,
  })),
] as const;

interface StyleFieldsProps {
  style: HouseStyle;
  onSet: (fields: Partial<HouseStyle>) => void;
}

/** All that can be set of a style. */
export function StyleFields({ style, onSet }: StyleFieldsProps) {
  const translate = useTranslate();
  const line = (field: 'contentsTitle' | 'creditMark' | 'gapMark' | 'commentLabel') => (text: string) =>
    onSet({ [field]: tidyLine(text) ?? '' });
  const marks = OUTLET_MARKS.includes(style.outletMark) ? OUTLET_MARKS : [...OUTLET_MARKS, style.outletMark];
  return (
    <>
      <LanguageSelect
        label={translate('optionsStyleLanguage')}
        hint={translate('optionsStyleLanguageHint')}
        displayLanguage={translate('languageOfStrings')}
        value={style.language}
        onChange={(language) => onSet({ language: language ?? REPORT.language })}
      />
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
      <AutosaveField
        label={translate('optionsCreditMark')}
        value={style.creditMark}
        onKeep={line('creditMark')}
      />
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
      <StyleChoice field="quoteForm" style={style} onSet={onSet} />
      <StyleChoice field="quotesIn" style={style} onSet={onSet} />
      <StyleChoice field="speakerForm" style={style} onSet={onSet} />
      <StyleChoice field="speakerFace" style={style} onSet={onSet} />
      <AutosaveField label={translate('optionsGapMark')} value={style.gapMark} onKeep={line('gapMark')} />
      <AutosaveField
        label={translate('optionsCommentLabel')}
        value={style.commentLabel}
        onKeep={line('commentLabel')}
      />
      <StyleChoice field="commentLabelFace" style={style} onSet={onSet} />
      <AutosaveField
        label={translate('optionsContentsTitle')}
        value={style.contentsTitle}
        onKeep={line('contentsTitle')}
      />
      <div class="style-switches">
        {SWITCHES.map(({ field, label }) => (
          <Checkbox key={field} isChecked={style[field]} onChange={(isOn) => onSet({ [field]: isOn })}>
            {translate(label)}
          </Checkbox>
        ))}
      </div>
    </>
  );
}

const PARTS = {
  headline: 'uiHeadline',
  outlet: 'uiOutlet',
  date: 'deskDate',
  language: 'uiLanguage',
} as const;

/** `Headline, outlet, date, language` in words of the page. */
function nameOrder(order: HouseStyle['headingOrder'], translate: Translate): string {
  const parts = order.split(' ') as (keyof typeof PARTS)[]; // each is written of these words
  return parts.map((part) => translate(PARTS[part])).join(' · ');
}
