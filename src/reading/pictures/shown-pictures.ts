import type { ArticleEvidence } from '../evidence/evidence';
import { wordKey } from '../evidence/headline-comparison';
import { leadsHome } from '../evidence/home-link';
import { OUTSIDE_ARTICLE } from '../evidence/article-header';
import { pictureAddress } from './picture-address';
import { isHiddenByMarkup } from '../dom/visible-text';
import { call, get } from '../dom/node-property';

/** A picture as the page shows it. */
export interface ShownPicture {
  element: Element;
  /** Absolute; http or https. */
  address: string;
  /** It is above the text, or within its first paragraphs. */
  isNearHeadline: boolean;
  /** It links to another page, or is in an element named after other stories. */
  isOfOthers: boolean;
  /** Its size is known and large enough for a story's picture. */
  isLarge: boolean;
}

export interface PicturesOfPage {
  /** The pictures that may be the article's own, in the order of the page. */
  shown: ShownPicture[];
  /** The addresses of pictures that are shown as a logo or an author. */
  ornaments: string[];
}

const MOST_PICTURES = 150;
/** In CSS pixels. A smaller picture is an author's, a related story's, or an ornament. */
const SMALLEST_WIDTH = 200;
const SMALLEST_HEIGHT = 100;
/** A picture with a greater ratio of width to height is a banner. */
const FLATTEST = 4.5;
/** `16` and `9` in the markup are a ratio and not a size. */
const LARGEST_RATIO = 32;
/** How many lines above the headline a picture may be. */
const MOST_ABOVE = 5;
/** Elements whose pictures do not belong to the article: ornaments, and content of other stories. */
const ORNAMENT = within('author', 'byline', 'avatar', 'logo', 'masthead');
const OTHER_CONTENT = within(
  'advert',
  'menu',
  'read-more',
  'readmore',
  'also-read',
  'teaser',
  'promo',
  'banner',
);
/** Attributes in which pages put the address of a picture that is loaded lazily. */
const LAZY = ['data-src', 'data-original', 'data-lazy-src', 'data-lazy', 'data-url'];

function within(...names: string[]): string {
  return names.map((name) => `[class*="${name}" i]:not(html, body, main, article)`).join(', ');
}

/** Sorts the pictures of a page, without those that are invisible or too small. */
export function listPictures(evidence: ArticleEvidence): PicturesOfPage {
  const found: PicturesOfPage = { shown: [], ornaments: [] };
  const isNear = nearHeadline(evidence);
  const elements = [...call(evidence.document, 'querySelectorAll', 'img, amp-img')].slice(0, MOST_PICTURES);
  for (const element of elements) {
    const address = addressOf(element, get(evidence.document, 'baseURI'));
    const size = sizeOf(element);
    if (address === undefined) continue;
    if (isOrnament(element, evidence)) found.ornaments.push(address);
    else if ((size === undefined || isLargeSize(size)) && isShown(element))
      found.shown.push({
        element,
        address,
        isNearHeadline: isNear(element),
        isOfOthers: isOfOthers(element, evidence),
        isLarge: size !== undefined,
      });
  }
  return found;
}

function addressOf(element: Element, base: string): string | undefined {
  const shown = isImage(element) ? element.currentSrc : '';
  const written = [
    shown,
    call(element, 'getAttribute', 'src'),
    ...LAZY.map((name) => call(element, 'getAttribute', name)),
  ];
  const [first] = (
    call(element, 'getAttribute', 'srcset') ??
    call(element, 'getAttribute', 'data-srcset') ??
    ''
  ).split(/,?\s/u);
  return [...written, first].map((text) => pictureAddress(text, base)).find((text) => text !== undefined);
}

function isImage(element: Element): element is HTMLImageElement {
  return get(element, 'localName') === 'img';
}

/** From a few lines above the headline to the first paragraphs. Without a headline, nothing is near. */
function nearHeadline({ header }: ArticleEvidence): (element: Element) => boolean {
  const last = header?.below.at(-1)?.element;
  const first = header?.above.slice(0, MOST_ABOVE).at(-1)?.element;
  return (element) =>
    last !== undefined &&
    !isAfter(element, last) &&
    (first === undefined || isAfter(element, first) || call(first, 'contains', element));
}

function isAfter(element: Element, other: Element): boolean {
  return (
    (call(other, 'compareDocumentPosition', element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 &&
    !call(other, 'contains', element)
  );
}

/** An element that contains the article's headline belongs to the article, whatever its name. */
function isIn(element: Element, selector: string, { header, closest }: ArticleEvidence): boolean {
  const part = closest(element, selector);
  return part !== null && !call(part, 'contains', header?.below[0]?.element ?? null);
}

/** Whether a picture is an author's or a logo: it has the outlet's name, or links to its front page. */
function isOrnament(element: Element, evidence: ArticleEvidence): boolean {
  const { address, outletKeys } = evidence;
  const link = call(element, 'closest', 'a[href]');
  return (
    isIn(element, ORNAMENT, evidence) ||
    outletKeys.has(wordKey(call(element, 'getAttribute', 'alt') ?? '')) ||
    (link !== null && address !== undefined && leadsHome(link, address))
  );
}

function isOfOthers(element: Element, evidence: ArticleEvidence): boolean {
  const link = call(element, 'closest', 'a[href]');
  return (
    isIn(element, OTHER_CONTENT, evidence) ||
    isIn(element, OUTSIDE_ARTICLE, evidence) ||
    (link !== null && leadsElsewhere(link, evidence))
  );
}

/**
 * Whether a link leads to another page, to which the picture then belongs. A link to the picture itself or to this page does
 * not.
 */
function leadsElsewhere(link: Element, { address, document }: ArticleEvidence): boolean {
  const href = call(link, 'getAttribute', 'href') ?? '';
  if (address === undefined || !URL.canParse(href, get(document, 'baseURI'))) return false;
  const target = new URL(href, get(document, 'baseURI'));
  if (!target.protocol.startsWith('http')) return false;
  return (
    target.pathname !== address.pathname &&
    !/\.(?:jpe?g|png|webp|avif|gif)$|\/(?:image|photo|picture)s?\//iu.test(target.pathname)
  );
}

interface Size {
  width: number;
  height: number | undefined;
}

/** The drawn size, otherwise that in the markup; `undefined` if it is not loaded and the markup has none. */
function sizeOf(element: Element): Size | undefined {
  if (isImage(element) && element.naturalWidth > 0) {
    const { width, height } = call(element, 'getBoundingClientRect');
    if (width > 0) return { width, height };
  }
  const width = Number.parseInt(call(element, 'getAttribute', 'width') ?? '', 10);
  const height = Number.parseInt(call(element, 'getAttribute', 'height') ?? '', 10);
  if (!(width > 0) || (width <= LARGEST_RATIO && width > height)) return undefined;
  return { width, height: height > 0 ? height : undefined };
}

function isLargeSize({ width, height }: Size): boolean {
  return (
    width >= SMALLEST_WIDTH &&
    (height === undefined || (height >= SMALLEST_HEIGHT && width / height <= FLATTEST))
  );
}

/** Whether a picture is visible. One that fades in after loading is. If nothing is drawn, only the markup is considered. */
function isShown(element: Element): boolean {
  if (get(get(element, 'ownerDocument'), 'defaultView') !== null) return call(element, 'checkVisibility');
  for (let at: Element | null = element; at !== null; at = get(at, 'parentElement'))
    if (isHiddenByMarkup(at)) return false;
  return true;
}
