import type { Link, Nodes, Parents } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { joinAddress } from './joined-address';
import { isLookalikeHost } from './lookalike-host';

/** The ends of hosts that readers take for addresses within a sentence: `node.js` and `main.py` are none. */
const ENDS = new Set(
  [
    'com org net edu gov mil int info biz news media press blog site online shop app dev io ai co me tv example',
    'eu uk us ca au nz ie in za de fr es pt it nl be ch at lu dk no se fi is pl cz sk hu ro bg gr ru ua by tr il',
    'ae sa ir iq eg ng ke cn hk tw jp kr sg my id ph th vn br mx ar cl pe ve',
    'рф срб укр бел бг 中国 中國 台灣 香港 भारत 한국 ไทย مصر',
  ].flatMap((line) => line.split(' ')),
);
/** Between Latin letters readers take them for dots: centred ones of several scripts, and the slash of fractions. NFKC makes two of them usual ones. */
const MIDDLE_DOT = /(?<=[a-z\d])[·•∙⋅‧・᛫⸳ꞏ⁄](?=[a-z\d])/giu;
/**
 * Between Latin letters, browsers read the Chinese full stop as a dot, and readers the others: full stops of Arabic and Syriac, of Lisu, a raised one,
 * and one in brackets. Other forms of letters and dots become usual ones by NFKC.
 */
export const FULL_STOP = /(?<=[a-z\d])(?:[。۔܁ꓸ⸱]|[[(](?:\.|dot)[\])])(?=[a-z\d])/giu;
/** What an address consists of. */
const PART = /[\p{L}\p{M}\d.:/@-]+/gu;
const LAST_PART = /^[\p{L}\p{M}\d.:/@。۔܁ꓸ⸱-]+/u;
/** No host is longer. */
const LONGEST = 255;
/** A part of an address consists of at most so many texts in different forms. */
const MOST_NEIGHBOURS = 8;

/** The texts of a paragraph, and which of them each link in it has. */
export interface LinkedTexts {
  texts: readonly Nodes[];
  links: ReadonlyMap<Link, { first: number; end: number }>;
}

export function linkedTextsOf(paragraph: Parents): LinkedTexts {
  const texts: Nodes[] = [];
  const links = new Map<Link, { first: number; end: number }>();
  const collect = (node: Nodes) => {
    const first = texts.length;
    if ('children' in node) node.children.forEach(collect);
    else texts.push(node);
    if (node.type === 'link') links.set(node, { first, end: texts.length });
  };
  collect(paragraph);
  return { texts, links };
}

/**
 * Whether the words of a link contain the address of another site, also one that goes on before or behind the link, in whatever form. A name such
 * as Amazon.com within a sentence is none.
 */
export function namesOtherSite(link: Link, { texts, links }: LinkedTexts): boolean {
  const { first = 0, end: last = 0 } = links.get(link) ?? {};
  const before = partBeside(texts.slice(Math.max(0, first - MOST_NEIGHBOURS), first).toReversed(), true);
  const after = partBeside(texts.slice(last, last + MOST_NEIGHBOURS), false);
  const text = joinAddress(toString(link));
  const shown = (before + text + after).replace(MIDDLE_DOT, '.').replace(FULL_STOP, '.');
  const end = before.length + text.length;
  return [...shown.matchAll(PART)].some(
    ({ 0: part, index: start }) =>
      start < end &&
      start + part.length > before.length &&
      isOtherSite(part, part.length === shown.trim().length, link.url),
  );
}

function plain(text: string): string {
  return text.normalize('NFKC');
}

/** The part of an address that stands directly beside a link. */
function partBeside(nodes: readonly Nodes[], isBefore: boolean): string {
  let parts = '';
  for (const node of nodes) {
    const whole = toString(node);
    const text = plain(isBefore ? whole.slice(-LONGEST) : whole.slice(0, LONGEST));
    const part = isBefore
      ? reverse(LAST_PART.exec(reverse(text))?.[0] ?? '')
      : (LAST_PART.exec(text)?.[0] ?? '');
    parts = isBefore ? part + parts : parts + part;
    if (part === '' || part !== text) break;
  }
  return parts;
}

function reverse(text: string): string {
  return Array.from(text).toReversed().join('');
}

/** With a slash or none: browsers read `https:/bank.com` and `https:bank.com` as addresses, too. */
const SCHEME = /^[/.:@-]*(?:(?:https?|s?ftp|wss?):\/*)?/iu;

/** @param isAlone whether nothing else is shown: then capitals are no name */
function isOtherSite(part: string, isAlone: boolean, url: string): boolean {
  const scheme = SCHEME.exec(part)?.[0] ?? '';
  const rest = part.slice(scheme.length);
  if (rest.includes('@')) return false;
  const [host = '', ...others] = rest.split(/[/:]/u);
  const labels = host.split('.');
  while (labels.at(-1) === '') labels.pop();
  const hasScheme = /[a-z]/iu.test(scheme);
  const isPlain = !hasScheme && others.every((other) => other === '') && labels.length === 2; // as the name of a company
  const isName = !isAlone && isPlain && host !== host.toLowerCase();
  const isHost = labels.length > (hasScheme ? 0 : 1) && labels.every((label) => label !== '');
  const end = labels.at(-1)?.toLowerCase() ?? '';
  if (!isHost || isName || !(hasScheme || ENDS.has(end) || end.startsWith('xn--'))) return false;
  if (isLookalikeHost(labels.join('.'))) return true;
  const said = hostOf(`https://${labels.join('.')}`);
  const led = hostOf(url);
  return said !== undefined && !`.${led ?? ''}`.endsWith(`.${said}`) && !`.${said}`.endsWith(`.${led ?? ''}`);
}

function hostOf(address: string): string | undefined {
  const web = address.replace(/^mailto:[^@?]*@/iu, 'https://');
  return URL.canParse(web) ? new URL(web).hostname.replace(/^www\./u, '') : undefined;
}
