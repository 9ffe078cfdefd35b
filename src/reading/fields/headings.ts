import type { Evidence } from '../evidence/evidence';
import { isSameWording, worded, type WordedText } from '../evidence/headline-comparison';
import { leadsHome } from '../evidence/home-link';
import { metaContents } from '../evidence/meta-tags';
import { isHiddenByMarkup, textOf } from '../dom/visible-text';
import { call, get } from '../dom/node-property';

/** A heading of the page as its reader sees it, without kicker, label and sign of a link. */
export interface Heading extends WordedText {
  /** Whether the markup and the page's styles show it. */
  isShown: boolean;
}

const MOST_HEADINGS = 40;
const LONGEST_LINE = 500;
/** Boxes with headings of their own: dialogs, translations, paths. */
const UNRELATED =
  'dialog, [role="dialog"], [aria-modal="true"], .skiptranslate, nav, [class*="breadcrumb" i]';
/** The sign of a heading's link to itself. */
const LINK_SIGN = / ?[¶🔗]$/u;
const LABEL = /^[^:：]{2,12}[:：]\s*/u;

/** The headings that are not the site's name, those that the page shows first. */
export function headings(
  elements: readonly Element[],
  evidence: Evidence,
  titles: readonly WordedText[],
): Heading[] {
  const found = elements
    .slice(0, MOST_HEADINGS)
    .filter((heading) => !isNameOfSite(heading, evidence))
    .flatMap((heading) => {
      const text = textOfHeading(heading, titles);
      return text === undefined ? [] : [{ ...text, isShown: isShown(heading, evidence) }];
    });
  return [...found.filter((one) => one.isShown), ...found.filter((one) => !one.isShown)];
}

function isShown(heading: Element, { closest }: Evidence): boolean {
  if (closest(heading, UNRELATED) !== null) return false;
  for (let at: Element | null = heading; at !== null; at = get(at, 'parentElement'))
    if (get(at, 'localName') !== 'body' && isHiddenByMarkup(at)) return false;
  return !isDrawn(get(get(heading, 'ownerDocument'), 'body')) || isDrawn(heading);
}

/** Whether style sheets display an element. Nothing of a document without a window is displayed. */
function isDrawn(element: Element): boolean {
  return call(element, 'checkVisibility');
}

/** Kickers inside a heading. They belong to the headline only if a title contains them, too. */
const KICKER =
  '[class*="kicker" i], [class*="overline" i], [class*="topline" i], [class*="eyebrow" i], [class*="roofline" i], [class*="spitzmarke" i], [class*="dachzeile" i]';

function textOfHeading(heading: Element, titles: readonly WordedText[]): WordedText | undefined {
  const text = textOf(heading)?.replace(LINK_SIGN, '');
  if (text === undefined || text === '') return undefined;
  const whole = worded(text);
  const isInTitle = titles.some(({ key }) => key.startsWith(whole.key));
  const bare = worded(text.replace(LABEL, ''));
  if (!isInTitle && bare.key !== '' && titles.some(({ key }) => key === bare.key)) return bare;
  const kicker = call(heading, 'querySelector', KICKER);
  const start = kicker === null ? undefined : textOf(kicker);
  if (start === undefined || !text.startsWith(start)) return whole;
  const rest = text.slice(start.length).trim();
  return rest === '' || isInTitle ? whole : worded(rest);
}

/** Whether a heading leads to the front page, or is the site's name. */
export function isNameOfSite(heading: Element, { address, metaTags }: Evidence): boolean {
  const link = call(heading, 'closest', 'a[href]') ?? call(heading, 'querySelector', 'a[href]');
  if (link !== null && address !== undefined && leadsHome(link, address)) return true;
  const names = metaContents(metaTags, 'og:site_name', 'application-name');
  return names.length > 0 && names.some((name) => isSameWording(name, textOf(heading, LONGEST_LINE) ?? ''));
}
