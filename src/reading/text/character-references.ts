/**
 * Character references that pages leave in metadata, encoded twice or inside JSON (`&amp;#8217;`). The parser has decoded the
 * others, so only frequent names are listed here; the rest stay as they are.
 */
const NAMED = namedBefore(
  'amp& lt< gt> quot" apos\' nbsp\u00A0 shy\u00AD lsquo‘ rsquo’ ldquo“ rdquo” bdquo„ laquo« raquo» lsaquo‹ rsaquo› sbquo‚ bull• iexcl¡ iquest¿ ndash– mdash— hellip… middot· euro€ pound£ szligß aeligæ oslashø',
);
/** `&eacute;` and similar: a letter and the name of its accent. */
const ACCENTS = namedBefore(
  'grave\u0300 acute\u0301 circ\u0302 tilde\u0303 uml\u0308 ring\u030A cedil\u0327 caron\u030C',
);

/** A list in which each name precedes its character. */
function namedBefore(list: string): ReadonlyMap<string, string> {
  return new Map(list.split(' ').map((one) => [one.slice(0, -1), one.slice(-1)]));
}

/** Decodes references, at most twice: `&amp;#8217;` is an apostrophe. */
export function decodeReferences(text: string): string {
  return text.includes('&') ? decodeOnce(decodeOnce(text)) : text;
}

function decodeOnce(text: string): string {
  return text
    .replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/giu, (whole, hex?: string, decimal?: string) => {
      const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .replace(/&([a-z]{2,6});/giu, (whole, name: string) => NAMED.get(name) ?? accented(name) ?? whole);
}

function accented(name: string): string | undefined {
  const accent = ACCENTS.get(name.slice(1));
  return accent === undefined ? undefined : (name.charAt(0) + accent).normalize('NFC');
}
