import type { Clip } from '../../src/news/clip';
import { quotesInSchema, type HouseStyle } from '../../src/news/house-style';
import { Choice } from '../../src/ui/fields/choice';
import { useTranslate } from '../../src/ui/translation-context';
import { chooseQuotesIn } from '../actions/clip-edits';
import { useDesk } from '../state/desk';

const NAMES = {
  original: 'uiInOriginal',
  translation: 'uiInTranslation',
  both: 'uiInBoth',
} as const;

/** What is printed of a clip's quotes, if they have a translation. */
export function QuotesDetail({ clip, style }: { clip: Clip; style: HouseStyle }) {
  const desk = useDesk();
  const translate = useTranslate();
  if (clip.quotes.every(({ translation }) => translation === undefined)) return null;
  return (
    <Choice
      label={translate('uiQuotes')}
      value={clip.quotesIn}
      options={[
        { value: undefined, shown: translate('deskAsHouseStyle', translate(NAMES[style.quotesIn])) },
        ...quotesInSchema.options.map((value) => ({ value, shown: translate(NAMES[value]) })),
      ]}
      onChoose={(chosen) => desk.run(() => chooseQuotesIn(desk, clip, chosen))}
    />
  );
}
