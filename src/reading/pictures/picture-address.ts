/** Addresses of pictures: whether a picture belongs to a story, and whether two addresses are one picture in different sizes. */

/** Pictures that a site shows on every page. Matched as whole words in the last two parts of a path. */
const NO_PICTURE =
  /(?:^|[^a-z])(?:[a-z]{0,10}-?logos?|icons?|favicon|sprites?|avatars?|placeholder|default|fallback|no-?image|no-?photo|blank|bg|gr[ae]y|spacer|pixel|transparent|loading|loader|lazy|badge|emoji|gravatar|headshots?|share-?image|social-?(?:graphic|image|card)|opengraph|post_preview|qr-?code)(?:$|[^a-z])|\/share[^/]*$/iu;

/** The absolute address of a picture; `undefined` if it is not http or https, or not a story's picture. */
export function pictureAddress(written: string | null | undefined, base: string): string | undefined {
  const text = written?.trim() ?? '';
  if (text === '' || !URL.canParse(text, base)) return undefined;
  const url = new URL(text, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  const ends = plainParts(url).slice(-2).join('/');
  return ends === '' || /\.(?:svg|ico)$/iu.test(ends) || NO_PICTURE.test(ends) ? undefined : url.href;
}

/** Whether two addresses are of the same picture: they have its name in common, or a part of the path that is unique to it. */
export function isSamePicture(one: string, other: string): boolean {
  const names = tellingParts(one);
  return one === other || tellingParts(other).some((part) => names.includes(part));
}

const GENERIC = /^(?:(?:image|img|photo|original|large|medium|small|thumb(?:nail)?|master|crop|main|cover|hero|lead|index|full|standard|social|wide|square|production)\d*|[\d.,:x_-]+|[a-z]{1,2}_[\d.:a-z]+(?:,[a-z]{1,3}_[\w:.]+)*)$/iu; // prettier-ignore

/** The size of a picture at the end of its file name. */
const SIZE =
  /^[-_@.](?:\d+x\d*|x\d+|\d{2,4}w?|scaled|[a-z]*jumbo|articlelarge|large|small|medium|thumb|master\d*)$/u;

/** The last part without size and file extension, and earlier parts that look like picture numbers. */
function tellingParts(address: string): string[] {
  const parts = plainParts(new URL(address));
  return parts
    .map((part, at) => (at === parts.length - 1 ? nameOf(part) : part.toLowerCase()))
    .filter(
      (part, at) =>
        part.length >= 8 && !GENERIC.test(part) && (at === parts.length - 1 || /(?:\d\D*){6}/u.test(part)),
    );
}

function nameOf(file: string): string {
  const parts = file
    .toLowerCase()
    .replace(/\.(?:jpe?g|png|webp|avif|gif)$/u, '')
    .split(/(?=[-_@.])/u);
  return parts.slice(0, parts.findLastIndex((part) => !SIZE.test(part)) + 1).join('');
}

/** The parts of the path. If an address contains another one, as those of picture servers do, the parts of the inner one. */
function plainParts(url: URL): string[] {
  const whole = decoded(url.pathname + url.search);
  const start = [...whole.matchAll(/https?:\/(?=.)/giu)].at(-1)?.index ?? whole.length;
  const inner = whole
    .slice(start)
    .replace(/^(https?:)\/+/iu, '$1//')
    .split('&', 1)[0];
  const path =
    inner !== undefined && URL.canParse(inner) ? decoded(new URL(inner).pathname) : decoded(url.pathname);
  return path.split('/').filter((part) => part !== '');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a lone percent sign
  }
}
