import { byRank, publicationDay, type Clip } from './clip';
import type { HouseStyle } from './house-style';
import type { Issue } from './issue';
import type { Manuscript, ManuscriptClip } from './manuscript';
import { writeLanguageLabel } from './publication-label';

/** Puts an issue and its clips (any order, the binned left out) together as the manuscript that is printed. */
export function assembleManuscript(issue: Issue, clips: readonly Clip[], style: HouseStyle): Manuscript {
  const shown = clips.filter((clip) => clip.binnedAt === undefined).toSorted(byRank);
  const known = new Set(issue.sections.map((section) => section.id));
  const clipsOf = (sectionId: string | undefined) =>
    shown
      .filter((clip) =>
        sectionId === undefined ? !known.has(clip.sectionId ?? '') : clip.sectionId === sectionId,
      )
      .map((clip) => assembleClip(clip, style));
  const unsorted = clipsOf(undefined);
  const { title, subtitle, introduction, cover, signOff } = issue;
  const manuscriptCover = cover && {
    ...(cover.pictureId !== undefined && { picture: 'cover.jpg' }),
    ...(cover.alt !== undefined && { alt: cover.alt }),
    ...(cover.caption !== undefined && { caption: cover.caption }),
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

/** The same clip in the same style gives the same object, so that what was made of it stays good. */
function assembleClip(clip: Clip, style: HouseStyle): ManuscriptClip {
  const last = assembled.get(clip);
  if (last?.style === style) return last.made;
  const made = manuscriptClip(clip, style);
  assembled.set(clip, { style, made });
  return made;
}

const assembled = new WeakMap<Clip, { style: HouseStyle; made: ManuscriptClip }>();

function manuscriptClip(clip: Clip, style: HouseStyle): ManuscriptClip {
  const day = isShown(style.showsDate, clip.showDate) ? publicationDay(clip) : undefined;
  const label = isShown(style.showsLanguage, clip.showLanguage)
    ? (clip.languageLabel ??
      (clip.language === undefined ? undefined : writeLanguageLabel(clip.language, style.language)))
    : undefined;
  const { address, headline, relatedHeadlines, outlet, byline, dek, comment } = clip;
  return {
    ...(address !== undefined && { url: address }),
    ...(headline !== undefined && { headline }),
    ...(relatedHeadlines !== undefined && { relatedHeadlines }),
    ...(outlet !== undefined && { outlet }),
    ...(label !== undefined && { languageLabel: label }),
    ...(day !== undefined && { publishedOn: day }),
    ...(style.hasByline && byline !== undefined && { byline }),
    ...(style.hasDek && dek !== undefined && { dek }),
    ...(clip.quotes.length > 0 && { quotes: clip.quotes.map((quote) => quote.markdown) }),
    ...(comment !== undefined && { comment }),
  };
}

function isShown(shows: HouseStyle['showsDate'], clipShows: boolean): boolean {
  return shows === 'clip' ? clipShows : shows === 'always';
}
