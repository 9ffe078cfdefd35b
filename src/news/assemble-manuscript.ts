import { byRank, publicationDay, type Clip, type ClipContent } from './clip';
import { SWITCHED_FIELDS, switchOf, type SwitchedField } from './article-fields';
import type { HouseStyle, QuotesIn } from './house-style';
import type { Cover, Issue } from './issue';
import type { Manuscript, ManuscriptClip, ManuscriptQuote } from './manuscript';
import { hasSeveralLanguages } from './several-languages';
import { needsYear, writeLanguageLabel } from './publication-label';
import type { Quote } from './quote';

/**
 * Builds the manuscript to print from an issue and its clips. The clips may be in any order; those in the bin are left out.
 *
 * @param day the day of the issue, `YYYY-MM-DD`. Days of another year are printed with their year. Absent: no day is.
 */
export function assembleManuscript(
  issue: Issue,
  clips: readonly Clip[],
  style: HouseStyle,
  day?: string,
): Manuscript {
  const shown = clips.filter((clip) => clip.binnedAt === undefined).toSorted(byRank);
  const known = new Set(issue.sections.map((section) => section.id));
  const clipsOf = (sectionId: string | undefined) =>
    assembleItems(
      shown.filter((clip) =>
        sectionId === undefined ? !known.has(clip.sectionId ?? '') : clip.sectionId === sectionId,
      ),
      style,
      day,
    );
  const unsorted = clipsOf(undefined);
  const { title, subtitle, introduction, cover, signOff } = issue;
  const caption = captionOf(cover ?? {});
  const manuscriptCover = cover && {
    ...(cover.pictureId !== undefined && { picture: 'cover.jpg' }),
    ...(cover.alt !== undefined && { alt: cover.alt }),
    ...(caption !== undefined && { caption }),
  };
  return {
    ...(title !== undefined && { title }),
    ...(subtitle !== undefined && { subtitle }),
    ...(introduction !== undefined && { introduction }),
    ...(manuscriptCover && { cover: manuscriptCover }),
    sections: [
      ...issue.sections.map((section) => ({ title: section.title, clips: clipsOf(section.id) })),
      ...(unsorted.length > 0 ? [{ clips: unsorted }] : []),
    ],
    ...(signOff !== undefined && { signOff }),
  };
}

function assembleItems(
  clips: readonly Clip[],
  style: HouseStyle,
  issueDay: string | undefined,
): ManuscriptClip[] {
  return groupIntoItems(clips).flatMap((item) =>
    item.map((clip, place) => {
      const made = withYear(assembleClip(clip, style), style, issueDay);
      return place === 0 ? made : joinToPrevious(made);
    }),
  );
}

/** Returns the same object for the same clip. */
function joinToPrevious(clip: ManuscriptClip): ManuscriptClip {
  const known = joined.get(clip) ?? { ...clip, withPrevious: true };
  joined.set(clip, known);
  return known;
}

const joined = new WeakMap<ManuscriptClip, ManuscriptClip>();

/** Likewise. */
function withYear(clip: ManuscriptClip, style: HouseStyle, issueDay: string | undefined): ManuscriptClip {
  const { publishedOn } = clip;
  if (publishedOn === undefined || issueDay === undefined || !needsYear(publishedOn, issueDay, style))
    return clip;
  const known = dated.get(clip) ?? { ...clip, showsYear: true };
  dated.set(clip, known);
  return known;
}

const dated = new WeakMap<ManuscriptClip, ManuscriptClip>();

/** The text below the picture: the caption, then the credit. */
function captionOf({ caption, credit }: Cover): string | undefined {
  return caption === undefined || credit === undefined ? (caption ?? credit) : `${caption} (${credit})`;
}

/**
 * A clip as it is printed. Returns the same object for the same clip and style, so that results derived from it can be reused.
 */
export function assembleClip(clip: Clip, style: HouseStyle): ManuscriptClip {
  const last = assembled.get(clip);
  if (last?.style === style) return last.made;
  const made = manuscriptClip(clip, style);
  assembled.set(clip, { style, made });
  return made;
}

const assembled = new WeakMap<Clip, { style: HouseStyle; made: ManuscriptClip }>();

function manuscriptClip(clip: Clip, style: HouseStyle): ManuscriptClip {
  if (clip.isNote) return { note: clip.comment ?? '' };
  const { day, label } = shownLabels(clip, style);
  const { headline, relatedHeadlines, outlet, language, comment } = clip;
  const quotesIn = clip.quotesIn ?? style.quotesIn;
  return {
    ...linksOf(clip),
    ...(headline !== undefined && { headline }),
    ...(relatedHeadlines !== undefined && { relatedHeadlines }),
    ...(outlet !== undefined && { outlet }),
    ...(label !== undefined && { languageLabel: label }),
    ...(day !== undefined && { publishedOn: day }),
    ...switchedFields(clip, style),
    ...(clip.quotes.length > 0 && {
      ...(language !== undefined && { language }),
      quotes: clip.quotes.map((quote) => manuscriptQuote(quote, quotesIn)),
    }),
    ...(comment !== undefined && { comment }),
  };
}

/** The addresses of a clip. In place of a dead link, the headline leads to the copy in an archive, or else to the other source. */
function linksOf({
  address,
  archiveAddress,
  alternativeAddress,
  isLinkDead,
}: Clip): Pick<ManuscriptClip, 'url' | 'archiveUrl' | 'alternativeUrl'> {
  const url = isLinkDead ? (archiveAddress ?? alternativeAddress ?? address) : address;
  return {
    ...(url !== undefined && { url }),
    ...(archiveAddress !== undefined && archiveAddress !== url && { archiveUrl: archiveAddress }),
    ...(alternativeAddress !== undefined &&
      alternativeAddress !== url && { alternativeUrl: alternativeAddress }),
  };
}

/** The fields that the house style has switched on. */
function switchedFields(clip: Clip, style: HouseStyle): Partial<Record<SwitchedField, string>> {
  return Object.fromEntries(
    SWITCHED_FIELDS.flatMap((name) => {
      const value = clip[name];
      return style[switchOf(name)] && value !== undefined ? [[name, value]] : [];
    }),
  );
}

/** A quote without a translation is always printed in the original. */
function manuscriptQuote({ markdown, speaker, translation }: Quote, quotesIn: QuotesIn): ManuscriptQuote {
  if (speaker === undefined && (translation === undefined || quotesIn === 'original')) return markdown;
  return {
    ...(speaker !== undefined && { speaker }),
    ...((quotesIn !== 'translation' || translation === undefined) && { original: markdown }),
    ...(quotesIn !== 'original' && translation !== undefined && { translation }),
  };
}

/** The publication day and the language label, if they are printed. */
export function shownLabels(
  clip: ClipContent,
  style: HouseStyle,
): { day?: string | undefined; label?: string | undefined } {
  const { address, language, languageLabel } = clip;
  const isLabelled =
    style.showsLanguage === 'outlets'
      ? hasSeveralLanguages(address, style.severalLanguages)
      : isShown(style.showsLanguage, clip.showLanguage);
  return {
    day: showsDay(clip, style) ? publicationDay(clip) : undefined,
    label: isLabelled
      ? (languageLabel ?? (language && writeLanguageLabel(language, style.language)))
      : undefined,
  };
}

/** Whether the publication day is printed, if there is one. */
export function showsDay({ showDate }: Pick<Clip, 'showDate'>, { showsDate }: HouseStyle): boolean {
  return isShown(showsDate, showDate);
}

function isShown(shows: HouseStyle['showsDate'], clipShows: boolean): boolean {
  return shows === 'clip' ? clipShows : shows === 'always';
}

/**
 * Splits the clips of a section, in order, into the items that are printed. Clips with the same `groupId` are one item, where the
 * first of them is.
 */
export function groupIntoItems<Grouped extends Pick<Clip, 'groupId'>>(
  clips: readonly Grouped[],
): Grouped[][] {
  const items: Grouped[][] = [];
  const groups = new Map<string, Grouped[]>();
  for (const clip of clips) {
    const group = clip.groupId === undefined ? undefined : groups.get(clip.groupId);
    if (group !== undefined) group.push(clip);
    else {
      const item = [clip];
      items.push(item);
      if (clip.groupId !== undefined) groups.set(clip.groupId, item);
    }
  }
  return items;
}

/** Whether two clips of a section are printed as one item. */
export function isGroupedWith(
  clip: Pick<Clip, 'groupId'>,
  other: Pick<Clip, 'groupId'> | undefined,
): boolean {
  return clip.groupId !== undefined && clip.groupId === other?.groupId;
}
