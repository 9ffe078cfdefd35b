import type { ArticleEvidence } from './evidence';
import { isTitle, worded } from './headline-comparison';
import { isMarkedAlike, type Line } from './page-lines';
import { call, get } from './node-property';

const NAMED_DEK =
  /sub-?tit|sub-?head|(?:^|[_\s-])de[ck]k?(?:$|[_\s-])|standfirst|excerpt|(?:^|[_\s-])intro|summary|strap-?line|epigraph|vorspann|teaser-?text|abstract|chapo|bajada|entradilla|sommario|occhiello|leadtext|lead(?:_|$|\s)|bullet-?points|bullets(?:$|\s)/iu;
const SHORTEST_DEK = 30;
const SHORTEST_HEADING = 50;
const LONGEST_DEK = 600;
const NEAR = 12;
const MOST_LINES = 4;

/** What stands under the headline and is called a subtitle by the markup, or is the heading that follows it at once. */
export function visibleDeks({ opening, titles }: ArticleEvidence): string[] {
  const lines = joinBroken(opening?.below ?? []);
  const near = lines
    .filter(({ text }, at) => at === 0 || text.length >= SHORTEST_DEK)
    .slice(0, NEAR)
    .filter((line) => isDek(line) && !isTitle(line, titles));
  const first =
    near.slice(0, 2).find(isNamedDek) ??
    near.find((line) => isNamedDek(line) || (line === lines[0] && isSecondHeading(line)));
  if (first === undefined) return [];
  const rest = lines.slice(lines.indexOf(first), lines.indexOf(first) + MOST_LINES);
  const end = rest.findIndex((line) => !isMarkedAlike(line, first) || isNamedDek(line) !== isNamedDek(first));
  const whole = rest.slice(0, end < 0 ? MOST_LINES : end).map(({ text }) => text);
  return [whole.join(' '), first.text].filter((text) => text.length <= LONGEST_DEK);
}

/** The lines, of which those that only a `<br>` parts are one. */
function joinBroken(lines: readonly Line[]): Line[] {
  return lines.flatMap((line, at) => {
    if (lines[at - 1]?.element === line.element) return [];
    const parts = lines.filter(({ element }, other) => other >= at && element === line.element);
    return [{ ...worded(parts.map(({ text }) => text).join(' ')), element: line.element }];
  });
}

function isDek({ text, element }: Line): boolean {
  return (
    text.length >= SHORTEST_DEK &&
    text.length <= LONGEST_DEK &&
    call(element, 'closest', 'figure, a, [class*="caption" i]') === null &&
    !(text.length < 80 && /\d{4}/u.test(text))
  );
}

/** By its own name or its parent's; the items of a list also by the list's, or that of the box around it. */
function isNamedDek({ element }: Line): boolean {
  const list = get(call(element, 'closest', 'li'), 'parentElement');
  return [element, get(element, 'parentElement'), list, get(list, 'parentElement')].some(
    (one) => NAMED_DEK.test(get(one, 'className') ?? '') || NAMED_DEK.test(get(one, 'id') ?? ''),
  );
}

function isSecondHeading({ text, element }: Line): boolean {
  return text.length >= SHORTEST_HEADING && call(element, 'closest', 'h2, h3') !== null;
}
