import { siteOf } from '../../news/address';
import type { Evidence } from './evidence';
import { textOf } from '../dom/visible-text';
import { call, get } from '../dom/node-property';

const MOST_LINKS = 400;
const MOST_HOME_LINKS = 4;
const LONGEST_NAME = 60;
/** Texts of such links other than a name. */
const GENERIC =
  /^(?:home(?:\s?page)?|start(?:seite)?|главная(?: страница)?|首页|首頁|網站首頁|ホーム|トップ|홈|inicio|início|accueil|anasayfa|ana sayfa|logo|menu|back|zurück)$/iu;

/** The texts of links to the front page: the outlet's name as text, or as the alternative text of its logo. */
export function namesOfHome({ document, address }: Evidence): string[] {
  if (address === undefined) return [];
  const names: string[] = [];
  const links = get(document, 'links');
  for (let at = 0; at < Math.min(links.length, MOST_LINKS) && names.length < MOST_HOME_LINKS; at++) {
    const link = links.item(at);
    if (link === null || !leadsHome(link, address)) continue;
    const name = nameOf(link)?.replace(
      /^(?:zur|zum|go to|back to|to)\s|(?:(?<![\s–—|:-])[\s–—|:-]+)?(?:\b(?:logo|home\s?page|home|startseite)\b|首页|首頁)[\s–—|:-]*/giu,
      '',
    );
    if (name !== undefined && name !== '' && name.length <= LONGEST_NAME && !GENERIC.test(name))
      names.push(name);
  }
  return names;
}

/** A host alone, or only slashes and dots. Other addresses cannot lead to a front page and need not be parsed. */
const MAY_LEAD_HOME = /^(?:\s*(?:https?:)?\/\/[^/?#]+(?:[/?#]\W*)?|\W*)$/iu;

/** Whether a link leads to the site's front page. */
export function leadsHome(link: Element, address: URL): boolean {
  const href = call(link, 'getAttribute', 'href') ?? '';
  if (!MAY_LEAD_HOME.test(href) || !URL.canParse(href, address.href)) return false;
  const to = new URL(href, address.href);
  return (
    to.pathname === '/' && to.search === '' && to.hash === '' && siteOf(to.href) === siteOf(address.href)
  );
}

function nameOf(link: Element): string | undefined {
  const picture = call(link, 'querySelector', 'img[alt], svg[aria-label], [title]');
  return (
    textOf(link, 200) ??
    [
      call(link, 'getAttribute', 'aria-label'),
      call(picture, 'getAttribute', 'alt'),
      call(picture, 'getAttribute', 'aria-label'),
      call(link, 'getAttribute', 'title'),
    ]
      .map((text) => text?.trim())
      .find((text) => text !== undefined && text !== '')
  );
}
