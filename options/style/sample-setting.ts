import { SWITCHED_FIELDS, switchOf } from '../../src/news/article-fields';
import type { HouseStyle } from '../../src/news/house-style';
import type { Manuscript } from '../../src/news/manuscript';
import { writeDay } from '../../src/news/publication-label';

/** Where in the sample somebody has clicked. */
export interface SamplePlace {
  kind: 'list' | 'heading' | 'quote' | 'paragraph';
  /** The words of the block. */
  text: string;
  /** The number of characters of the text before the place. */
  at: number;
}

/** The setting that decides what is at a place of the sample: for the dash after a headline, the mark before the outlet. */
export function settingAt(
  place: SamplePlace,
  { sections }: Manuscript,
  style: HouseStyle,
): keyof HouseStyle | undefined {
  const { kind, text, at } = place;
  const clip = sections[0]?.clips[0];
  if (clip === undefined) return undefined;
  const isIn = (words: string | undefined) =>
    words !== undefined && words !== '' && isWithin(text, words, at);
  const switched = SWITCHED_FIELDS.find((name) => isIn(clip[name]));
  if (switched !== undefined) return switchOf(switched);
  if (kind === 'quote') return settingInQuote(place, clip, style);
  const hasHeadline = [clip.headline, clip.outlet].some(
    (words) => words !== undefined && text.includes(words),
  );
  if (hasHeadline) return settingInHeadline(place, clip, style);
  if (text === style.contentsTitle) return 'contentsTitle';
  if (kind === 'list') return 'hasContents';
  if (kind === 'heading') return 'numbering';
  if (clip.comment !== undefined && text.includes(clip.comment))
    return isIn(style.commentLabel) ? 'commentLabel' : 'commentLabelFace';
  return settingInQuote(place, clip, style);
}

type SampleClip = Manuscript['sections'][number]['clips'][number];

function settingInHeadline({ text, at }: SamplePlace, clip: SampleClip, style: HouseStyle): keyof HouseStyle {
  const { headline = '', outlet = '', publishedOn, languageLabel = '' } = clip;
  if (isWithin(text, headline, at)) return 'headlineForm';
  if (isWithin(text, outlet, at)) return 'outletFace';
  const day = publishedOn === undefined ? '' : writeDay(publishedOn, style.dateForm, style.language);
  if (isWithin(text, day, at)) return 'dateForm';
  if (isWithin(text, languageLabel, at)) return 'showsLanguage';
  const [first, second] = [text.indexOf(headline), text.indexOf(outlet)].toSorted((a, b) => a - b);
  const isBetween = first !== undefined && second !== undefined && at > first && at <= second;
  return isBetween ? 'outletMark' : 'labelForm';
}

function settingInQuote({ text, at }: SamplePlace, clip: SampleClip, style: HouseStyle): keyof HouseStyle {
  if (isWithin(text, style.gapMark, at)) return 'gapMark';
  for (const quote of clip.quotes ?? []) {
    if (typeof quote === 'string') continue;
    if (isWithin(text, quote.speaker ?? '', at)) return 'speakerForm';
    if ([quote.original, quote.translation].some((words) => isWithin(text, words ?? '', at)))
      return 'quotesIn';
  }
  return 'quoteForm';
}

/** Whether a place of a text is within some words of it. */
function isWithin(text: string, words: string, at: number): boolean {
  if (words === '') return false;
  for (let start = text.indexOf(words); start !== -1; start = text.indexOf(words, start + 1))
    if (at >= start && at < start + words.length) return true;
  return false;
}
