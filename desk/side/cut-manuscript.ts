import type { Manuscript, ManuscriptClip, ManuscriptQuote } from '../../src/news/manuscript';
import { shownBeginning } from '../../src/news/text/shown-beginning';

/** The beginnings of some texts, and those texts. */
export interface CutText {
  shown: string;
  text: string;
}

const ADDRESSES = new Set<PropertyKey>(['url', 'archiveUrl', 'alternativeUrl']);

/** Cuts texts that would hold up the page as a whole, and knows what it has cut. */
class Cutter {
  private readonly shown: string[] = [];
  private readonly texts: string[] = [];

  /** All that was cut; `undefined`: nothing. */
  get cut(): CutText | undefined {
    return this.texts.length === 0
      ? undefined
      : { shown: this.shown.join('\n\n'), text: this.texts.join('\n\n') };
  }

  readonly cutText = (text: string): string => {
    const beginning = shownBeginning(text);
    if (beginning === undefined) return text;
    this.shown.push(beginning);
    this.texts.push(text);
    return beginning;
  };

  /** Cuts all but addresses, which are not drawn. */
  cutLines<T extends { readonly [Name in keyof T]?: string }>(lines: T): T {
    const cut: T = { ...lines };
    for (const name of Object.keys(lines) as (keyof T)[]) {
      const text: string | undefined = lines[name];
      if (text !== undefined && !ADDRESSES.has(name)) cut[name] = this.cutText(text) as T[keyof T];
    }
    return cut;
  }

  readonly cutQuote = (quote: ManuscriptQuote): ManuscriptQuote =>
    typeof quote === 'string' ? this.cutText(quote) : this.cutLines(quote);
}

/** A manuscript that can be drawn: of texts that are too long or too dense it has the beginnings. */
export interface CutManuscript {
  manuscript: Manuscript;
  /** What was cut outside clips: titles, introduction, caption, sign-off. */
  cut: CutText | undefined;
}

export function cutManuscript({ sections, cover, ...lines }: Manuscript): CutManuscript {
  const cutter = new Cutter();
  const manuscript = {
    ...cutter.cutLines(lines),
    ...(cover && { cover: cutter.cutLines(cover) }),
    sections: sections.map(({ clips, ...section }) => ({
      ...cutter.cutLines(section),
      clips: clips.map(cutClip),
    })),
  };
  return { manuscript, cut: cutter.cut };
}

/** What was cut of a clip of such a manuscript; `undefined`: it is whole. */
export function cutTextOf(clip: ManuscriptClip): CutText | undefined {
  return cutTexts.get(clip);
}

const cutTexts = new WeakMap<ManuscriptClip, CutText>();
const cutClips = new WeakMap<ManuscriptClip, ManuscriptClip>();

/** The same clip gives the same object, so that what was drawn of it stays good. */
function cutClip(clip: ManuscriptClip): ManuscriptClip {
  const known = cutClips.get(clip);
  if (known !== undefined) return known;
  const { quotes, relatedHeadlines, showsYear, withPrevious, ...lines } = clip;
  const cutter = new Cutter();
  const made = {
    ...cutter.cutLines(lines),
    ...(showsYear !== undefined && { showsYear }),
    ...(withPrevious !== undefined && { withPrevious }),
    ...(relatedHeadlines && { relatedHeadlines: relatedHeadlines.map(cutter.cutText) }),
    ...(quotes && { quotes: quotes.map(cutter.cutQuote) }),
  };
  const { cut } = cutter;
  if (cut !== undefined) cutTexts.set(made, cut);
  cutClips.set(clip, cut === undefined ? clip : made);
  return cut === undefined ? clip : made;
}
