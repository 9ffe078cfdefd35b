import { siteOf } from '../../news/address';
import type { Evidence } from '../evidence/evidence';
import { valueOf } from '../evidence/microdata';
import { call } from '../dom/node-property';

/** A service whose pages are not articles, with selectors for the elements that correspond to an article's. */
interface PageKind {
  site: RegExp;
  /** The posts of a page with several. The one that the address names is read. */
  post?: string;
  headline: string;
  outlet?: string;
  /** Used if the page names no outlet. */
  outletName?: string;
  byline?: string;
  published?: string;
}

const KINDS: readonly PageKind[] = [
  {
    site: /^(?:x|twitter)\.com$/u,
    post: '[data-testid="tweet"]',
    headline: '[data-testid="tweetText"]',
    outletName: 'X',
    byline: '[data-testid="User-Name"] a',
    published: 'time',
  },
  {
    site: /^t\.me$/u,
    post: '.tgme_widget_message',
    headline: '.tgme_widget_message_text',
    outlet: '.tgme_widget_message_owner_name',
    published: '.tgme_widget_message_date time',
  },
  {
    site: /^mp\.weixin\.qq\.com$/u,
    headline: '#activity-name',
    outlet: '#js_name',
    byline: '#js_author_name',
    published: '#publish_time',
  },
  {
    site: /^(?:m\.)?youtube\.com$/u,
    headline: 'h1.ytd-watch-metadata, h1',
    outlet: 'ytd-channel-name a, [itemprop="author"] [itemprop="name"]',
    published: '[itemprop="datePublished"]',
  },
];

/** A longer post is cut after a sentence or a word, because no headline is as long. */
const LONGEST_POST = 240;
const BEGINNING = /^.{20,240}?[.!?。！？](?=\s|$)|^.{1,200}(?=\s)/u;

/** The source for a field in pages of a known kind. */
export function ofKind(field: 'headline' | 'outlet' | 'byline' | 'published') {
  return ({ document, address }: Evidence): string[] => {
    const site = siteOf(address?.href) ?? '';
    const kind = KINDS.find((one) => one.site.test(site));
    const number = /(?<!\d)\d+$/u.exec(address?.pathname ?? '')?.[0] ?? '';
    const within =
      kind?.post === undefined ? document : call(document, 'querySelector', postOf(kind.post, number));
    const selector = kind?.[field];
    const element = selector === undefined ? undefined : call(within, 'querySelector', selector);
    const value = element ? valueOf(element) : undefined;
    if (field === 'outlet' && kind?.outletName !== undefined) return [kind.outletName];
    if (value === undefined) return [];
    return [
      field === 'headline' && value.length > LONGEST_POST ? (BEGINNING.exec(value)?.[0] ?? value) : value,
    ];
  };
}

function postOf(post: string, number: string): string {
  return `${post}:is([data-post$="/${number}"], :has([href$="/${number}"]))`;
}
