import { useState } from 'preact/hooks';
import { HEADING_ORDERS, HOUSE_STYLES, REPORT, type HouseStyle as Style } from '../src/news/house-style';
import { tidyLine } from '../src/news/plain-text';
import { writeDay } from '../src/news/publication-label';
import { Button } from '../src/ui/button';
import { Checkbox } from '../src/ui/checkbox';
import { Choice } from '../src/ui/choice';
import { LanguageSelect } from '../src/ui/language-select';
import { Notice } from '../src/ui/notice';
import { Status } from '../src/ui/status';
import { useTranslate, type Translate } from '../src/ui/translation';
import { KeptText } from './kept-text';
import { Part } from './part';
import { StyleChoice } from './style-choices';
import { StyleSample } from './style-sample';

/** Offered between headline and outlet; their spaces would not be seen in a text field. */
const OUTLET_MARKS = [' – ', ' — ', '——', ', ', ': ', ' | ', ' · ', ' / '];
const SAMPLE_DAY = '2026-02-20';

const PRESETS = {
  report: 'optionsStyleReport',
  digest: 'optionsStyleDigest',
  links: 'optionsStyleLinks',
  own: 'optionsStyleOwn',
} as const;
type Preset = keyof typeof PRESETS;

interface HouseStyleProps {
  style: Style;
  onChange: (change: (style: Style) => Style) => void;
}

/** How an issue is set, with a sample of it. */
export function HouseStyle({ style, onChange }: HouseStyleProps) {
  const translate = useTranslate();
  const [former, setFormer] = useState<Style>();
  const set = (fields: Partial<Style>) => {
    setFormer(undefined);
    onChange((before) => ({ ...before, ...fields }));
  };
  const preset = presetOf(style);
  const takeOver = (id: Preset) => {
    if (id === 'own') return;
    onChange((before) => ({ ...HOUSE_STYLES[id], ...pickOwn(before) }));
    setFormer(style);
  };
  const line = (field: 'contentsTitle' | 'gapMark' | 'commentLabel') => (text: string) =>
    set({ [field]: tidyLine(text) ?? '' });
  const marks = OUTLET_MARKS.includes(style.outletMark) ? OUTLET_MARKS : [...OUTLET_MARKS, style.outletMark];

  return (
    <Part id="style" introduction={translate('optionsStyleIntroduction')}>
      <div class="style-fields">
        <Choice
          label={translate('optionsStylePreset')}
          value={preset}
          options={(Object.keys(PRESETS) as Preset[])
            .filter((id) => id !== 'own' || preset === 'own')
            .map((value) => ({ value, shown: translate(PRESETS[value]) }))}
          onChoose={takeOver}
        />
        <LanguageSelect
          label={translate('optionsStyleLanguage')}
          hint={translate('optionsStyleLanguageHint')}
          displayLanguage={translate('languageOfStrings')}
          value={style.language}
          onChange={(language) => set({ language: language ?? REPORT.language })}
        />
        <Choice
          label={translate('optionsNumbering')}
          value={style.numbering}
          options={[
            { value: 'parenthesis', shown: '1) 2) 3)' },
            { value: 'period', shown: '1. 2. 3.' },
            { value: 'none', shown: translate('optionsNumberingNone') },
          ]}
          onChoose={(numbering) => set({ numbering })}
        />
        <StyleChoice field="itemForm" style={style} onSet={set} />
        <StyleChoice field="headlineForm" style={style} onSet={set} />
        <Choice
          label={translate('optionsHeadingOrder')}
          value={style.headingOrder}
          options={HEADING_ORDERS.map((value) => ({ value, shown: nameOrder(value, translate) }))}
          onChoose={(headingOrder) => set({ headingOrder })}
        />
        <StyleChoice field="linked" style={style} onSet={set} />
        <Choice
          label={translate('optionsOutletMark')}
          value={style.outletMark}
          options={marks.map((value) => ({
            value,
            shown: `${translate('uiHeadline')}${value}${translate('uiOutlet')}`,
          }))}
          onChoose={(outletMark) => set({ outletMark })}
        />
        <StyleChoice field="outletFace" style={style} onSet={set} />
        <StyleChoice field="labelForm" style={style} onSet={set} />
        <StyleChoice field="showsDate" style={style} onSet={set} />
        <Choice
          label={translate('optionsDateForm')}
          value={style.dateForm}
          options={(['short', 'long', 'iso'] as const).map((value) => ({
            value,
            shown: writeDay(SAMPLE_DAY, value, style.language),
          }))}
          onChoose={(dateForm) => set({ dateForm })}
        />
        <StyleChoice field="showsLanguage" style={style} onSet={set} />
        <StyleChoice field="quoteForm" style={style} onSet={set} />
        <StyleChoice field="quotesIn" style={style} onSet={set} />
        <StyleChoice field="speakerForm" style={style} onSet={set} />
        <StyleChoice field="speakerFace" style={style} onSet={set} />
        <KeptText label={translate('optionsGapMark')} value={style.gapMark} onKeep={line('gapMark')} />
        <KeptText
          label={translate('optionsCommentLabel')}
          value={style.commentLabel}
          onKeep={line('commentLabel')}
        />
        <StyleChoice field="commentLabelFace" style={style} onSet={set} />
        <KeptText
          label={translate('optionsContentsTitle')}
          value={style.contentsTitle}
          onKeep={line('contentsTitle')}
        />
        <div class="style-switches">
          <Checkbox isChecked={style.hasContents} onChange={(hasContents) => set({ hasContents })}>
            {translate('optionsHasContents')}
          </Checkbox>
          <Checkbox isChecked={style.hasDek} onChange={(hasDek) => set({ hasDek })}>
            {translate('optionsHasDek')}
          </Checkbox>
          <Checkbox isChecked={style.hasByline} onChange={(hasByline) => set({ hasByline })}>
            {translate('optionsHasByline')}
          </Checkbox>
          <Checkbox
            isChecked={style.hasSourceCredit}
            onChange={(hasSourceCredit) => set({ hasSourceCredit })}
          >
            {translate('optionsHasSourceCredit')}
          </Checkbox>
        </div>
      </div>
      <StyleSample style={style} day={SAMPLE_DAY} />
      <Status>
        {former && (
          <Notice
            actions={
              <Button
                icon="undo"
                onClick={() => {
                  onChange((before) => ({ ...former, ...pickOwn(before) }));
                  setFormer(undefined);
                }}
              >
                {translate('uiUndo')}
              </Button>
            }
          >
            {translate('optionsStyleWasSet', translate(PRESETS[preset]))}
          </Notice>
        )}
      </Status>
    </Part>
  );
}

/** What belongs to the analyst, not to a style: language of the issue, what is known of outlets. */
function pickOwn({ language, severalLanguages }: Style): Pick<Style, 'language' | 'severalLanguages'> {
  return { language, severalLanguages };
}

const PARTS = {
  headline: 'uiHeadline',
  outlet: 'uiOutlet',
  date: 'deskDate',
  language: 'uiLanguage',
} as const;

/** `Headline, outlet, date, language` in words of the page. */
function nameOrder(order: Style['headingOrder'], translate: Translate): string {
  const parts = order.split(' ') as (keyof typeof PARTS)[]; // each is written of these words
  return parts.map((part) => translate(PARTS[part])).join(' · ');
}

/** Which of the styles it is, whatever is the analyst's own. */
function presetOf(style: Style): Preset {
  const ids = Object.keys(HOUSE_STYLES) as (keyof typeof HOUSE_STYLES)[];
  const fields = (Object.keys(REPORT) as (keyof Style)[]).filter((field) => !(field in pickOwn(style)));
  return ids.find((id) => fields.every((field) => style[field] === HOUSE_STYLES[id][field])) ?? 'own';
}
