/** The names of tags that need no end. */
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/iu;
const TAG = /<(\/?)([a-z][^\s/>]*)/giu;
/** Firefox 153 compares each element with all that are open: 10,000 take 0.07 s, 50,000 take 10 s. */
const DEEPEST = 12_000;
/** More than a paste takes nodes, because many have no words. */
const MOST_TAGS = 200_000;
/** ProseMirror asks for the elements of each rule of a style sheet: half a microsecond for each rule and element. */
const MOST_MATCHES = 500_000;

interface BoundedHtml {
  html: string;
  isCut: boolean;
}

/**
 * The beginning of pasted HTML that a browser parses without a delay. Style sheets with so many rules, for so many elements, that they would take
 * long, are left out. Counts what looks like a tag, also in a comment or a value, so it may cut content that nobody pastes too early.
 */
export function boundHtml(pasted: string): BoundedHtml {
  let depth = 0;
  let tags = 0;
  let end = pasted.length;
  for (const { 1: slash = '', 2: name = '', index } of pasted.matchAll(TAG)) {
    tags += 1;
    if (slash !== '') depth = Math.max(0, depth - 1);
    else if (!VOID.test(name)) depth += 1;
    if (depth <= DEEPEST && tags <= MOST_TAGS) continue;
    end = index;
    break;
  }
  const html = pasted.slice(0, end);
  return { html: hasCheapStyle(html, tags) ? html : withoutStyle(html), isCut: end < pasted.length };
}

function hasCheapStyle(html: string, tags: number): boolean {
  if (!/<style/iu.test(html)) return true;
  return html.split('{').length * tags <= MOST_MATCHES && !/:has\s*\(/iu.test(html);
}

/** Sheets of another type than CSS are not applied. The first attribute of a name counts. */
function withoutStyle(html: string): string {
  return html.replace(/<style(?=[\s/>])/giu, '<style type="text/plain"');
}
