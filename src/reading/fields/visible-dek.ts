import { sharesNoWord } from '../text/shared-words';
import type { ArticleEvidence } from '../evidence/evidence';
import { isTitle, worded } from '../evidence/headline-comparison';
import { haveSameMarkup, type PageLine } from '../evidence/page-lines';
import { call, get } from '../dom/node-property';

const NAMED_DEK =
  /sub-?tit|sub-?head|(?:^|[_\s-])de[ck]k?(?:$|[_\s-])|standfirst|excerpt|(?:^|[_\s-])intro|summary|strap-?line|epigraph|vorspann|teaser-?text|abstract|chapo|bajada|entradilla|sommario|occhiello|leadtext|lead(?:_|$|\s)|bullet-?points|bullets(?:$|\s)/iu;
const SHORTEST_DEK = 30;
const SHORTEST_HEADING = 50;
const LONGEST_DEK = 600;
const NEAR = 12;
const MOST_LINES = 4;
const PARAGRAPH = 200;
const SHORTEST_SENTENCE = 50;
const MOST_BEFORE = 2;
const NEXT = 3;
/** Messages of sites to their readers before the text. */
const NOTICE = /affiliate|sponsor|subscri|newsletter|cookie|abonn|suscr/iu;
const ENDED = /[.!?…。！？]["”»’)]?$/u;
const LONGEST_BYLINE = 100;
const BYLINE = /^(?:by|von|par|por|di|door|av|af|автор)[:\s]/iu;

/** The lines below the headline that the markup names as a subtitle, or the heading directly after it. */
export function visibleDeks(evidence: ArticleEvidence): string[] {
  const { header, titles } = evidence;
  const lines = untilParagraphs(joinBroken(header?.below ?? []));
  const near = lines
    .filter(({ text }, at) => at === 0 || text.length >= SHORTEST_DEK)
    .slice(0, NEAR)
    .filter((line) => isDek(line) && !isTitle(line, titles));
  const first =
    namedDek(near) ??
    near.find((line) => isNamedDek(line) || (line === lines[0] && isSecondHeading(line))) ??
    unnamedDek(lines, near, evidence);
  if (first === undefined) return [];
  const rest = lines.slice(lines.indexOf(first), lines.indexOf(first) + MOST_LINES);
  const end = rest.findIndex(
    (line) => !haveSameMarkup(line, first) || isNamedDek(line) !== isNamedDek(first),
  );
  const whole = rest.slice(0, end < 0 ? MOST_LINES : end).map(({ text }) => text);
  return [whole.join(' '), first.text].filter((text) => text.length <= LONGEST_DEK);
}

/** The first of the nearest lines that is named so. A sentence that is named so takes precedence over a short heading. */
function namedDek(near: readonly PageLine[]): PageLine | undefined {
  const first = near.slice(0, 2).find(isNamedDek);
  const isHeading = first !== undefined && first.text.length < SHORTEST_HEADING && !ENDED.test(first.text);
  return (isHeading ? near.find((line) => ENDED.test(line.text) && isNamedDek(line)) : undefined) ?? first;
}

/** An element named as a subtitle below the first paragraphs is a heading of the text. */
function untilParagraphs(lines: readonly PageLine[]): readonly PageLine[] {
  const paragraphs = lines.filter(({ text }) => text.length > PARAGRAPH);
  const second = paragraphs[1];
  return second === undefined ? lines : lines.slice(0, lines.indexOf(second) + 1);
}

/** A sentence between the headline and the line of the byline or date, or a first paragraph entirely in bold or italics. */
function unnamedDek(
  lines: readonly PageLine[],
  near: readonly PageLine[],
  { datesIn, headline = '' }: ArticleEvidence,
): PageLine | undefined {
  const line = near.find((one) => one.text.length >= SHORTEST_SENTENCE);
  if (line === undefined || !ENDED.test(line.text) || NOTICE.test(line.text)) return undefined;
  if (sharesNoWord(line.text, headline)) return undefined;
  const at = lines.indexOf(line);
  if (at > MOST_BEFORE) return undefined;
  const isSet =
    call(line.element, 'closest', 'strong, b, em, i') != null && lines[at + 1]?.element !== line.element;
  const next = lines.slice(at + 1, at + 1 + NEXT);
  const isAboveByline = next.some(
    ({ text }) => text.length <= LONGEST_BYLINE && (BYLINE.test(text) || datesIn(text).length > 0),
  );
  const isText = lines
    .slice(0, at)
    .some(({ text }) => text.length <= LONGEST_BYLINE && datesIn(text).length > 0);
  return isSet || (isAboveByline && !isText) ? line : undefined;
}

/** The lines, with those joined that only a `<br>` separates. */
function joinBroken(lines: readonly PageLine[]): PageLine[] {
  return lines.flatMap((line, at) => {
    if (lines[at - 1]?.element === line.element) return [];
    const parts = lines.filter(({ element }, other) => other >= at && element === line.element);
    return [{ ...worded(parts.map(({ text }) => text).join(' ')), element: line.element }];
  });
}

function isDek({ text, element }: PageLine): boolean {
  return (
    text.length >= SHORTEST_DEK &&
    text.length <= LONGEST_DEK &&
    call(element, 'closest', 'figure, a, [class*="caption" i]') === null &&
    !(text.length < 80 && /\d{4}/u.test(text))
  );
}

/** By the element's own name or its parent's; for items of a list also by the list's name, or that of the box around it. */
function isNamedDek({ element }: PageLine): boolean {
  const list = get(call(element, 'closest', 'li'), 'parentElement');
  return [element, get(element, 'parentElement'), list, get(list, 'parentElement')].some(isNamed);
}

function isNamed(element: Element | null | undefined): boolean {
  return NAMED_DEK.test(get(element, 'className') ?? '') || NAMED_DEK.test(get(element, 'id') ?? '');
}

function isSecondHeading({ text, element }: PageLine): boolean {
  return text.length >= SHORTEST_HEADING && call(element, 'closest', 'h2, h3') !== null;
}
