import type { Clip } from '../../src/news/clip';
import { quotesInSchema, type HouseStyle } from '../../src/news/house-style';
import { Field } from '../../src/ui/field';
import { useTranslate } from '../../src/ui/translation';
import { chooseQuotesIn } from '../state/clip-edits';
import { useDesk } from '../state/desk';

const NAMES = {
  original: 'uiInOriginal',
  translation: 'uiInTranslation',
  both: 'uiInBoth',
} as const;

/** What is printed of a clip's quotes, where they have a translation. */
export function QuotesDetail({ clip, style }: { clip: Clip; style: HouseStyle }) {
  const desk = useDesk();
  const translate = useTranslate();
  if (clip.quotes.every(({ translation }) => translation === undefined)) return null;
  return (
    <Field
      label={translate('uiQuotes')}
      control={(control) => (
        <select
          {...control}
          class="control control-box"
          value={clip.quotesIn ?? ''}
          onChange={({ currentTarget: { value } }) => {
            const chosen = quotesInSchema.options.find((option) => option === value);
            desk.run(() => chooseQuotesIn(desk, clip, chosen));
          }}
        >
          <option value="">{translate('deskAsHouseStyle', translate(NAMES[style.quotesIn]))}</option>
          {quotesInSchema.options.map((option) => (
            <option key={option} value={option}>
              {translate(NAMES[option])}
            </option>
          ))}
        </select>
      )}
    />
  );
}
