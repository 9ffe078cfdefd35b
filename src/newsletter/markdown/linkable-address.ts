import { LONGEST_ADDRESS } from '../../news/address';

/** The schemes that an issue may link to. A relative address leads nowhere in a mailed issue. */
const SCHEMES = new Set(['http:', 'https:', 'mailto:']);

/** A mail address as defined by CommonMark's autolinks and HTML's input field (HTML, "valid e-mail address"). */
const MAIL =
  /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)*$/iu;

/** Characters that must be encoded in an address: white space, control, invisible and reordering characters, backslash. */
const TO_ENCODE = /[\s\p{C}\\]/u;

/** Matches addresses that lead to the same place from every page. Without slashes, an address may be relative. */
const WRITTEN_OUT = /^(?:https?:\/\/|mailto:)/u;

/**
 * The address that is linked: as it was written if that is safe to print, otherwise encoded. `undefined` unless it is absolute
 * and http, https or mailto. The browser's reading of it decides (WHATWG URL), as in ` java\nscript:`.
 */
export function linkableAddress(text: string | undefined): string | undefined {
  if (text === undefined || text.length > LONGEST_ADDRESS || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (!SCHEMES.has(url.protocol)) return undefined;
  if (url.protocol === 'mailto:' && !MAIL.test(url.pathname)) return undefined;
  // HTML printers recognize schemes only in lower case.
  const written = text.trim().replace(/^[a-z]+:/iu, url.protocol);
  return TO_ENCODE.test(written) || !WRITTEN_OUT.test(written) ? url.href : withPlainHost(written, url);
}

/** Writes a host with non-ASCII letters, which can imitate another host, as browsers show it (Punycode, RFC 3492). */
function withPlainHost(written: string, { protocol, host }: URL): string {
  if (protocol === 'mailto:') return written;
  return written.replace(/^([a-z]+:[/\\]*)([^/\\?#]+)/iu, (whole, start: string, authority: string) =>
    /^[ -~]*$/u.test(authority) ? whole : start + authority.slice(0, authority.lastIndexOf('@') + 1) + host,
  );
}

/** The short form of an address for running text, without the parts that only programs need. */
export function nameOfAddress(address: string): string {
  return address.replace(/^https?:\/\/(?:www\.)?|^mailto:/u, '').replace(/\/$/u, '');
}
