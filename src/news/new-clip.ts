import * as v from 'valibot';
import { articleAddress, articleKey, siteOf } from './address';
import { LONGEST_FIELD } from './candidate';
import type { CapturedPage, FieldCandidates } from './captured-page';
import type { ClipContent } from './clip';
import { ARTICLE_TEXT_FIELDS, type ArticleTextField } from './article-fields';
import { ownValue } from './keyed-record';
import { isForeign } from './text/language-tag';
import { tidyLine } from './text/plain-text';
import type { Preferences } from './preferences';
import { daySchema } from './time-bounds';

/** The preferences that decide what a new clip shows. */
type NewClipPreferences = Pick<Preferences, 'outletNames' | 'houseStyle'>;

/** The two forms of a publication date: an instant with the page's own offset, or only a day if there is no offset. */
export function publicationDate(value: string | undefined): Pick<ClipContent, 'publishedAt' | 'publishedOn'> {
  const parts = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?$/u.exec(value ?? '');
  const [instant, day, time] = parts ?? [];
  if (
    day === undefined ||
    instant === undefined ||
    !v.is(daySchema, day) ||
    Number.isNaN(Date.parse(instant))
  )
    return {};
  return time === undefined ? { publishedOn: day } : { publishedAt: instant };
}

/** Makes a clip from a captured page, with the best candidate of each field and the analyst's own name for the outlet. */
export function contentFromPage(page: CapturedPage, preferences: NewClipPreferences): ClipContent {
  const { fields } = page;
  const { address: named, headline, outlet: outletName, sourceCredit: _, ...best } = bestOf(fields);
  const address = articleAddress(page.location, named);
  const outlet = ownValue(preferences.outletNames, siteOf(address) ?? '') ?? outletName;
  const sourceCredit = fields.sourceCredit.find(({ value }) => value !== outlet)?.value;
  return {
    ...best,
    ...(address !== undefined && { address }),
    ...(headline !== undefined && { headline: withoutLabel(headline) }),
    ...(outlet !== undefined && { outlet }),
    ...(sourceCredit !== undefined && { sourceCredit }),
    ...publicationDate(fields.published[0]?.value),
    showDate: true,
    showLanguage: isForeign(best.language, preferences.houseStyle.language),
    quotes: [],
  };
}

/** The best candidate of each field. */
function bestOf(fields: FieldCandidates): Partial<Record<ArticleTextField, string>> {
  return Object.fromEntries(
    ARTICLE_TEXT_FIELDS.flatMap((name) => fields[name].slice(0, 1).map(({ value }) => [name, value])),
  );
}

/** The key that captured pages of the same article share. */
export function articleKeyOfPage(page: CapturedPage): string | undefined {
  return articleKey(page.location, page.fields.address[0]?.value);
}

/**
 * Makes a clip for a page that could not be read, from the tab's title and address. `view-source:` and Firefox's reader view are
 * unwrapped to the article they show.
 */
export function contentFromTab(
  tab: { url?: string; title?: string },
  preferences: NewClipPreferences,
): ClipContent {
  const shown = unwrapAddress(tab.url ?? '');
  const address = articleAddress(shown);
  const outlet = ownValue(preferences.outletNames, siteOf(address) ?? '');
  // A tab that shows a source or a file has no title of its own; the browser uses its address.
  const isTitled = address !== undefined && unwrapAddress(tab.title ?? '') !== shown;
  const headline = isTitled ? tidyLine(tab.title ?? '', LONGEST_FIELD) : undefined;
  return {
    ...(address !== undefined && { address }),
    ...(headline !== undefined && { headline }),
    ...(outlet !== undefined && { outlet }),
    showDate: true,
    showLanguage: false,
    quotes: [],
  };
}

/** The article's own address inside `view-source:…` and `about:reader?url=…`. */
export function unwrapAddress(address: string): string {
  if (address.startsWith('view-source:')) return address.slice('view-source:'.length);
  if (!address.startsWith('about:reader?')) return address;
  return new URLSearchParams(address.slice('about:reader?'.length)).get('url') ?? address;
}

/** Promotional labels that newsrooms put before a headline. */
const LABEL =
  /^(?:[[(【](?:exclusive|独家|獨家|эксклюзив)[\])】]|(?:exclusive|独家|獨家|эксклюзив)\s*(?:[:：|｜]|[-–—]\s))\s*(?=.{8})/iu;

/** The headline without a label before it: `Exclusive: …`, `独家｜…`, `【独家】…`. */
export function withoutLabel(headline: string): string {
  return headline.replace(LABEL, '');
}
