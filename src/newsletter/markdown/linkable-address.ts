/** Schemes that an issue may link to. Whatever is not absolute leads nowhere once the issue has been mailed. */
const SCHEMES = new Set(['http:', 'https:', 'mailto:']);

/** An address of mail as CommonMark's autolinks and HTML's input field have it (HTML, "valid e-mail address"). */
const MAIL =
  /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)*$/iu;

/** Characters that an address holds only encoded: white space, controls, invisible and reordering ones, backslash. */
const TO_ENCODE = /[\s\p{C}\\]/u;

/** How an address begins that leads to the same place from everywhere: without slashes it may be of the page it stands in. */
const WRITTEN_OUT = /^(?:https?:\/\/|mailto:)/u;

/**
 * The address as it can be linked to: as it was written where that is safe to print, else encoded. `undefined` unless it
 * is absolute and http, https or mailto; what a browser would make of it decides (WHATWG URL), as in ` java\nscript:`.
 */
export function linkableAddress(text: string | undefined): string | undefined {
  if (text === undefined || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (!SCHEMES.has(url.protocol)) return undefined;
  if (url.protocol === 'mailto:' && !MAIL.test(url.pathname)) return undefined;
  // Printers of HTML know the schemes in small letters alone.
  const written = text.trim().replace(/^[a-z]+:/iu, url.protocol);
  return TO_ENCODE.test(written) || !WRITTEN_OUT.test(written) ? url.href : withPlainHost(written, url);
}

/** A host of other letters than a–z, which may only look like another, as browsers show it (Punycode, RFC 3492). */
function withPlainHost(written: string, { protocol, host }: URL): string {
  if (protocol === 'mailto:') return written;
  return written.replace(/^([a-z]+:[/\\]*)([^/\\?#]+)/iu, (whole, start: string, authority: string) =>
    /^[ -~]*$/u.test(authority) ? whole : start + authority.slice(0, authority.lastIndexOf('@') + 1) + host,
  );
}

/** An address as it is named in running words: without what programs need of it alone. */
export function nameOfAddress(address: string): string {
  return address.replace(/^https?:\/\/(?:www\.)?|^mailto:/u, '').replace(/\/$/u, '');
}
