import { publicationDay, type ClipContent } from '../../src/news/clip';
import type { Candidate } from '../../src/news/candidate';
import type { HouseStyle } from '../../src/news/house-style';
import { shownLabels } from '../../src/news/assemble-manuscript';
import { needsYear, writeDay, writeLanguageLabel } from '../../src/news/publication-label';
import { dayOf } from '../../src/news/text/day';
import { Icon } from '../../src/ui/icon';
import { useTranslate } from '../../src/ui/translation-context';
import './print-chip.css';

interface PrintChipProps {
  kind: 'date' | 'language';
  content: ClipContent;
  style: HouseStyle;
  /** The days that the page gives, for the chip of the date. */
  days?: readonly Candidate[] | undefined;
  onShow: (field: 'showDate' | 'showLanguage', isShown: boolean) => void;
}

/**
 * A button with the label that the issue prints after the headline, for example `[Feb 20th]`. It is pressed if the label is
 * printed. Beside a day on which the article was only updated is a note that says so.
 */
export function PrintChip({ kind, content, style, days, onShow }: PrintChipProps) {
  const translate = useTranslate();
  const label = kind === 'date' ? dateLabel(content, style) : languageLabel(content, style);
  if (label === undefined) return null;
  const { day, label: language } = shownLabels(content, style);
  const isPrinted = (kind === 'date' ? day : language) !== undefined;
  const isOfStyle = (kind === 'date' ? style.showsDate : style.showsLanguage) !== 'clip';
  const words = bracket(label, style);
  const name = translate(kind === 'date' ? 'popupShowDate' : 'popupShowLanguage');
  return (
    <>
      <button
        type="button"
        class="print-chip"
        aria-pressed={isPrinted}
        aria-label={`${words} ${name}`}
        title={isOfStyle ? translate('popupStyleDecides') : name}
        disabled={isOfStyle}
        onClick={() => onShow(kind === 'date' ? 'showDate' : 'showLanguage', !isPrinted)}
      >
        {isPrinted && <Icon name="tick" />}
        <bdi>{words}</bdi>
      </button>
      {kind === 'date' && isOnlyUpdate(publicationDay(content), days) && (
        <span class="update-note" title={translate('popupOnlyUpdated')}>
          {translate('popupUpdated')}
        </span>
      )}
    </>
  );
}

/** Whether the page gives this day only as that of a change, and none as that of the publication. */
function isOnlyUpdate(day: string | undefined, days: readonly Candidate[] = []): boolean {
  const sources = days.filter(({ value }) => day !== undefined && value.startsWith(day));
  return sources.length > 0 && sources.every(({ source }) => source === 'updated');
}

function dateLabel(content: ClipContent, style: HouseStyle): string | undefined {
  const day = publicationDay(content);
  if (day === undefined) return undefined;
  const { dateForm, language } = style;
  return writeDay(day, dateForm, language, needsYear(day, dayOf(new Date()), style));
}

function languageLabel({ languageLabel, language }: ClipContent, style: HouseStyle): string | undefined {
  return languageLabel ?? (language === undefined ? undefined : writeLanguageLabel(language, style.language));
}

/** Puts a label that stands alone in the brackets of the house style. */
function bracket(label: string, { labelForm }: HouseStyle): string {
  if (labelForm === 'commas') return label;
  return labelForm === 'brackets' ? `[${label}]` : `(${label})`;
}
