import type { HouseStyle } from '../../src/news/house-style';
import { Choice } from '../../src/ui/fields/choice';
import { useTranslate, type MessageKey } from '../../src/ui/translation-context';

const SHOWN = { always: 'optionsShowsAlways', clip: 'optionsShowsClip', never: 'optionsShowsNever' } as const;

/** The settings with a few possible values: the label of each, and the names of its values. */
const CHOICES = {
  titlePlace: {
    label: 'optionsTitlePlace',
    values: {
      target: 'optionsTitlePlaceTarget',
      text: 'optionsTitlePlaceText',
      apart: 'optionsTitlePlaceApart',
    },
  },
  itemForm: {
    label: 'optionsItemForm',
    values: { full: 'optionsItemFull', line: 'optionsItemLine' },
  },
  headlineForm: {
    label: 'optionsHeadlineForm',
    values: { line: 'optionsHeadlineLine', heading: 'optionsHeadlineHeading' },
  },
  linked: { label: 'optionsLinked', values: { headline: 'uiHeadline', outlet: 'uiOutlet' } },
  outletFace: {
    label: 'optionsOutletFace',
    values: { plain: 'optionsFacePlain', italic: 'optionsFaceItalic' },
  },
  labelForm: {
    label: 'optionsLabelForm',
    values: {
      brackets: 'optionsLabelBrackets',
      parentheses: 'optionsLabelParentheses',
      commas: 'optionsLabelCommas',
    },
  },
  showsDate: { label: 'optionsShowsDate', values: SHOWN },
  showsLanguage: {
    label: 'optionsShowsLanguage',
    values: { ...SHOWN, outlets: 'optionsShowsOutlets' },
  },
  quoteForm: {
    label: 'optionsQuoteForm',
    values: { blockquote: 'optionsQuoteBlock', marks: 'optionsQuoteMarks', plain: 'optionsQuotePlain' },
  },
  quotesIn: {
    label: 'optionsQuotesIn',
    values: { original: 'uiInOriginal', translation: 'uiInTranslation', both: 'uiInBoth' },
  },
  groupForm: {
    label: 'optionsGroupForm',
    values: { each: 'optionsGroupEach', headlines: 'optionsGroupHeadlines' },
  },
  speakerForm: {
    label: 'optionsSpeakerForm',
    values: { marks: 'optionsSpeakerMarks', plain: 'optionsSpeakerPlain', line: 'optionsSpeakerLine' },
  },
  speakerFace: {
    label: 'optionsSpeakerFace',
    values: { plain: 'optionsFacePlain', bold: 'optionsFaceBold', italic: 'optionsFaceItalic' },
  },
  commentLabelFace: {
    label: 'optionsCommentFace',
    values: { plain: 'optionsFacePlain', bold: 'optionsFaceBold', italic: 'optionsFaceItalic' },
  },
} as const satisfies {
  [Field in keyof HouseStyle]?: {
    label: MessageKey;
    values: Record<Extract<HouseStyle[Field], string>, MessageKey>;
  };
};

/** The label of each of these settings. */
export const CHOICE_LABELS: { [Field in keyof typeof CHOICES]: MessageKey } = {
  ...(Object.fromEntries(Object.entries(CHOICES).map(([field, { label }]) => [field, label])) as {
    [Field in keyof typeof CHOICES]: MessageKey;
  }), // one entry for each
};

interface StyleChoiceProps<Field extends keyof typeof CHOICES> {
  field: Field;
  style: HouseStyle;
  onSet: (fields: Partial<HouseStyle>) => void;
}

/** A setting with a few possible values. */
export function StyleChoice<Field extends keyof typeof CHOICES>(props: StyleChoiceProps<Field>) {
  const { field, style, onSet } = props;
  const translate = useTranslate();
  const { label, values } = CHOICES[field];
  return (
    <Choice<string>
      label={translate(label)}
      value={style[field]}
      options={Object.entries<MessageKey>(values).map(([value, key]) => ({ value, shown: translate(key) }))}
      onChoose={(value) => onSet({ [field]: value })}
    />
  );
}
