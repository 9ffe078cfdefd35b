/** Written so that there is one way to read it: no quotation mark in a name, and no `<` in a value. */
const ATTRIBUTE = String.raw`[\t\n\f\r ]+[^\t\n\f\r "'<>/=]+(?:=(?:"[^"<]*"|'[^'<]*'|[^\t\n\f\r "'<>=]+))?`;
const TAG = String.raw`<(?<slash>/?)(?<name>[a-zA-Z][\w:.\-]*)(?:${ATTRIBUTE})*[\t\n\f\r ]*/?>`;
const COMMENT = String.raw`<!--(?!-?>)[^]*?--!?>|<(?:\?|!(?!--|\[CDATA))[^>]*>`;
/** The next tag or comment. What else could be the beginning of one is `odd`. */
const TOKEN = new RegExp(`${TAG}|${COMMENT}|(?<odd><[a-zA-Z/!?])`, 'gu');
const ODD_TAG = /<(\/?)([a-zA-Z][^\t\n\f\r />]*)/gu;

/** Elements that need no end, outside of drawings and formulas. */
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
const FOREIGN = new Set(['svg', 'math']);
/** Elements in which browsers read no tags, outside of drawings and formulas. */
const RAW = new Set('style script textarea title xmp iframe noembed noframes'.split(' '));

interface Tag {
  index: number;
  /** How many more elements are open after it, at most. */
  change: -1 | 0 | 1;
}

/**
 * The tags of HTML. The sum of their changes is at no place less than the number of elements that a browser has open there, apart from those that
 * it adds to tables itself: an end tag counts only if it is certain to close the last of them, and after a tag that could be read in several ways none does.
 */
export function* readTags(html: string): Generator<Tag> {
  const open: string[] = [];
  let raw: string | undefined;
  for (const { 0: token, groups = {}, index } of html.matchAll(TOKEN)) {
    const name = groups['name']?.toLowerCase();
    const isEnd = groups['slash'] === '/';
    const isOdd = groups['odd'] !== undefined || (raw !== undefined && !isCertainIn(raw, token, name));
    if (isOdd) {
      yield* readOddTags(html, index);
      return;
    }
    if (name === undefined) continue; // a comment
    raw = !isEnd && RAW.has(name) ? name : undefined;
    yield { index, change: isEnd ? afterEnd(open, name) : afterStart(open, name) };
  }
}

/** Whether a token in an element without tags is its end, or a comment without a tag, which may be text as well. */
function isCertainIn(raw: string, token: string, name: string | undefined): boolean {
  return name === undefined ? token.lastIndexOf('<') === 0 : name === raw && token.startsWith('</');
}

function afterStart(open: string[], name: string): 0 | 1 {
  if (VOID.has(name)) return open.some((each) => FOREIGN.has(each)) ? 1 : 0;
  open.push(name);
  return 1;
}

/** A form stays open after its end tag if another one came before where it is not allowed. */
function afterEnd(open: string[], name: string): -1 | 0 {
  if (open.at(-1) !== name || name === 'form') return 0;
  open.pop();
  return -1;
}

function* readOddTags(html: string, start: number): Generator<Tag> {
  const isForeign = /<(?:svg|math)/iu.test(html);
  for (const { 1: slash, 2: name = '', index } of html.slice(start).matchAll(ODD_TAG)) {
    const isVoid = !isForeign && /^[a-zA-Z]+$/u.test(name) && VOID.has(name.toLowerCase());
    yield { index: start + index, change: slash === '/' || isVoid ? 0 : 1 };
  }
}
