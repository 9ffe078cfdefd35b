import type { ComponentType } from 'preact';
import * as v from 'valibot';
import type { Capture } from '../src/browser/page-capture';
import type { TabFacts } from '../src/browser/tabs';
import { articleKey } from '../src/news/address';
import { clipContentSchema, sectionOfTitle, type Clip, type ClipContent } from '../src/news/clip';
import type { ConcealedPart } from '../src/news/concealed-part';
import { digestOf } from '../src/news/edits/digest';
import type { Issue } from '../src/news/issue';
import { articleKeyOfPage, contentFromPage, contentFromTab, unwrapAddress } from '../src/news/new-clip';
import { DEFAULT_PREFERENCES, type Preferences } from '../src/news/preferences';
import type { Quote } from '../src/news/quote';
import type { NamedNewsletter } from '../src/ui/newsletter-name';
import type { FoundClips } from '../src/storage/clip-lookup';
import { fillContent } from '../src/news/merge/filled-content';

export interface ConcealedWords {
  parts: ConcealedPart[];
  View: ComponentType<{ parts: ConcealedPart[] }>;
}

/** What the popup knows about an article. A property is absent until its value is known. */
export interface ArticleContext {
  tab?: TabFacts;
  /** Absent for a clip that was opened by itself, without its page. */
  capture?: Capture;
  /** The analyst has asked to read the page again. */
  isReadingAgain?: boolean;
  /** The issue that the clip goes into. */
  issue?: Issue;
  preferences?: Preferences;
  /** The newsletter that is clipped for. Absent: the first one. */
  newsletterId?: string;
  /** Present if there are several. */
  newsletters?: { list: readonly NamedNewsletter[]; choose: (id: string) => void };
  /** The clips of the article that existed when the popup opened. */
  found?: FoundClips;
  /** The clip that is saved into. */
  stored?: Clip;
  /**
   * Words of the selection that are invisible on the page, with their view. The code that finds them is loaded late and provides
   * it.
   */
  concealed?: ConcealedWords;
  /** The page is in an Incognito window, and nothing has been clipped in Incognito before. */
  isFirstInIncognito?: boolean;
  /** The quotes of the stored clip and those selected now, in the order of the article. */
  quotes?: Quote[];
  /** Present if a clip was opened by itself, without its page. */
  opened?: { articleKey?: string };
}

/**
 * The content that fills in a form: that of the stored clip; otherwise that of the page; otherwise what the browser knows about
 * the tab, with the section chosen last. `undefined` while none of these is known.
 */
export function fillingFrom(context: ArticleContext, before: ClipContent): ClipContent | undefined {
  const { stored, quotes, preferences } = context;
  const content = stored ? v.parse(clipContentSchema, stored) : contentOfPage(context, before);
  const sectionId = stored
    ? undefined
    : sectionOfTitle(context.issue?.sections ?? [], preferences?.lastSection)?.id;
  return (
    content && {
      ...content,
      ...(sectionId !== undefined && { sectionId }),
      quotes: quotes ?? content.quotes,
    }
  );
}

function contentOfPage(
  { capture, tab, preferences }: ArticleContext,
  before: ClipContent,
): ClipContent | undefined {
  if (capture === undefined) return undefined;
  if ('page' in capture) return contentFromPage(capture.page, preferences ?? DEFAULT_PREFERENCES);
  // An earlier reading may have put better values into the draft than the title of the tab.
  return fillContent(before, contentFromTab(tab ?? {}, preferences ?? DEFAULT_PREFERENCES));
}

/** The key of the article in the tab. Pages with the same key show the same article. */
export function articleKeyIn({ capture, tab, opened }: ArticleContext): string | undefined {
  if (opened) return opened.articleKey;
  return capture !== undefined && 'page' in capture
    ? articleKeyOfPage(capture.page)
    : articleKey(unwrapAddress(tab?.url ?? ''));
}

/** How long after a save the popup offers Undo, in milliseconds. This is longer than a notice is ever shown. */
const UNDO_OFFERED_FOR = 120_000;

export function isJustSaved({ changedAt }: Pick<Clip, 'changedAt'>): boolean {
  return Math.abs(Date.now() - Date.parse(changedAt)) < UNDO_OFFERED_FOR;
}

/**
 * The key under which the draft of a tab is saved: that of its article; otherwise a digest of its address without the fragment, because
 * `data:` addresses can have megabytes; `new` if the browser does not tell the address.
 */
export function draftKeyOf({ url = '' }: TabFacts): string {
  const address = unwrapAddress(url);
  return articleKey(address) ?? (address === '' ? 'new' : `tab:${digestOf(address.replace(/#.*/su, ''))}`);
}
