import { siteOf } from '../../news/address';
import type { Evidence } from '../evidence/evidence';
import { wordKey } from '../evidence/headline-comparison';
import { nodesAt, textsAt } from '../evidence/json-ld';
import { nodesOfType } from '../evidence/json-ld-article';
import { metaContents } from '../evidence/meta-tags';
import { tidyText } from './source';

const PLATFORMS =
  /^(?:substack|medium|wordpress(?:\.com)?|blogger|blogspot|tumblr|youtube|facebook|ghost|wix)$/iu;

const LEGAL_FORM =
  /(?<![\s,])[\s,]+(?:s\.?l\.?u?|s\.?a\.?(?:s|u)?|s\.?p\.?a|s\.?r\.?l|gmbh(?: & co\. kg)?|ag|inc|llc|l\.?p|ltd|limited|plc|(?:co\.?,? )?ltd|corp|b\.?v|a\/s|oy|ab|as|kg)\.?$/iu;

/** Whether the name is a company's, which imprints contain and readers seldom know. */
export function isLegalName(name: string): boolean {
  return (
    LEGAL_FORM.test(name.trim()) ||
    /\b(?:verlag|verlags|ediciones|holdings?|media group|publishing)\b/iu.test(name)
  );
}

/**
 * The name by which readers know an outlet, from a name in a page, without legal forms. `undefined` for an address, a handle, a
 * number or the publishing platform.
 */
export function tidyOutletName(text: string): string | undefined {
  const name = tidyText(text)
    ?.replace(LEGAL_FORM, '')
    .replace(/^[«"“'‘]|[»"”'’]$/gu, '')
    .trim();
  if (name === undefined || name === '' || name.length > 80) return undefined;
  if (/^(?:https?:|@|www\.|[\d.]+$)/iu.test(name) || PLATFORMS.test(name)) return undefined;
  return name;
}

/** Whether the name is a host name or looks like one (`lenta.ru`). Such a name is used only if there is no other. */
export function isHostName(name: string): boolean {
  return /^[\w-]+(?:\.[\w-]+)+$/u.test(name);
}

/** All names of the page's outlet in the page, in the form of `wordKey`, for finding them in titles and bylines. */
export function keysOfOutlet({
  jsonLd,
  article,
  metaTags,
  address,
}: Pick<Evidence, 'jsonLd' | 'article' | 'metaTags' | 'address'>): Set<string> {
  const site = siteOf(address?.href);
  const names = [
    ...metaContents(
      metaTags,
      'og:site_name',
      'application-name',
      'apple-mobile-web-app-title',
      'twitter:app:name:iphone',
    ),
    ...textsAt(jsonLd, article, 'publisher'),
    ...nodesOfType(jsonLd, /^WebSite$|Organization$/u).flatMap((node) => textsAt(jsonLd, { node }, 'node')),
    ...nodesAt(jsonLd, article, 'isPartOf').flatMap((node) => textsAt(jsonLd, { node }, 'node')),
    ...(site === undefined ? [] : [site, site.replace(/\.[^.]+$/u, ''), site.split('.').at(-2) ?? site]),
  ];
  return new Set([...new Set(names)].flatMap((name) => [name, tidyOutletName(name) ?? name]).map(wordKey));
}
