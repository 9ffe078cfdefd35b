import type { ComponentType } from 'preact';
import * as v from 'valibot';
import type { Capture } from '../src/browser/page-capture';
import type { TabFacts } from '../src/browser/tabs';
import { articleKey } from '../src/news/address';
import { clipContentSchema, type Clip, type ClipContent } from '../src/news/clip';
import type { ConcealedPart } from '../src/news/concealed-part';
import { sectionOfTitle, type Issue } from '../src/news/issue';
import { articleKeyOfPage, contentFromPage, contentFromTab, unwrapAddress } from '../src/news/new-clip';
import { DEFAULT_PREFERENCES, type Preferences } from '../src/news/preferences';
import type { Quote } from '../src/news/quote';
import type { FoundClips } from '../src/storage/clip-lookup';
import { fillContent } from '../src/news/merge/filled-content';

export interface ConcealedWords {
  parts: ConcealedPart[];
  View: ComponentType<{ parts: ConcealedPart[] }>;
}

/** What is known of an article while its popup is open: each is absent until it is. */
export interface ArticleContext {
  tab?: TabFacts;
  /** Absent for a clip that was opened by itself, without its page. */
  capture?: Capture;
  /** The analyst has asked for the page to be read once more. */
  isReadingAgain?: boolean;
  /** The issue that the clip goes into. */
  issue?: Issue;
  preferences?: Preferences;
  /** Where the article had been clipped when the popup opened. */
  found?: FoundClips;
  /** The clip that is saved into. */
  stored?: Clip;
  /** Words in what is selected that nobody sees in the page; drawn by what was loaded to find them. */
  concealed?: ConcealedWords;
  /** The page is in an Incognito window, and nothing has been clipped in any yet. */
  isFirstInIncognito?: boolean;
  /** The stored clip's quotes and those selected now, in the order of the article. */
  quotes?: Quote[];
  /** Of a clip that was opened by itself, without its page. */
  opened?: { articleKey?: string };
}

/**
 * What fills in a form: the stored clip as it is; else the page, else what the browser tells of the tab, and the
 * section chosen last. `undefined` while nothing is known.
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
  // What an earlier reading has put into the draft is better than a tab's title.
  return fillContent(before, contentFromTab(tab ?? {}, preferences ?? DEFAULT_PREFERENCES));
}

/** What makes the page in the tab the same article as another. */
export function articleKeyIn({ capture, tab, opened }: ArticleContext): string | undefined {
  if (opened) return opened.articleKey;
  return capture !== undefined && 'page' in capture
    ? articleKeyOfPage(capture.page)
    : articleKey(unwrapAddress(tab?.url ?? ''));
}

/** For how long after a save the popup offers to undo it, in milliseconds: longer than a notice is shown at most. */
const UNDO_OFFERED_FOR = 120_000;

export function isJustSaved({ changedAt }: Pick<Clip, 'changedAt'>): boolean {
  return Math.abs(Date.now() - Date.parse(changedAt)) < UNDO_OFFERED_FOR;
}

/** Where a tab's draft is kept: by its article, else by its bare address; `new` where the browser tells nothing. */
export function draftKeyOf({ url = '' }: TabFacts): string {
  const address = unwrapAddress(url);
  return articleKey(address) ?? (address === '' ? 'new' : `tab:${address.replace(/#.*/su, '')}`);
}
