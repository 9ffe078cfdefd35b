import type { ArticleEvidence } from './evidence';
import { endsWithText } from './headline-comparison';
import { isMarkedAlike, type Line } from './page-lines';

const NAMED_DEK =
  /sub-?title|sub-?head|(?:^|[_\s-])de[ck]k?(?:$|[_\s-])|standfirst|excerpt|(?:^|[_\s-])intro|summary|strap-?line|epigraph|vorspann|teaser-?text|abstract|chapo|bajada|entradilla|sommario|occhiello|leadtext/iu;
const SHORTEST_DEK = 30;
const SHORTEST_HEADING = 50;
const LONGEST_DEK = 600;
const NEAR = 12;
const MOST_LINES = 4;

/** What stands under the headline and is called a subtitle by the markup, or is the heading that follows it at once. */
export function visibleDeks({ opening, headline }: ArticleEvidence): string[] {
  const lines = opening?.below.slice(0, NEAR) ?? [];
  const at = lines.findIndex(
    (line, index) => isDek(line, headline) && (isNamedDek(line) || (index === 0 && isSecondHeading(line))),
  );
  const first = lines[at];
  if (first === undefined) return [];
  const end = lines.findIndex((line, index) => index > at && !isMarkedAlike(line, first));
  const whole = lines
    .slice(at, Math.min(end < 0 ? lines.length : end, at + MOST_LINES))
    .map(({ text }) => text);
  return [whole.join(' '), first.text].filter((text) => text.length <= LONGEST_DEK);
}

function isDek({ text, element }: Line, headline: string | undefined): boolean {
  return (
    text.length >= SHORTEST_DEK &&
    text.length <= LONGEST_DEK &&
    element.closest('figure, a') === null &&
    !(text.length < 80 && /\d{4}/u.test(text)) &&
    (headline === undefined || !endsWithText(text, headline))
  );
}

function isNamedDek({ element }: Line): boolean {
  const names = [element, element.parentElement].map((one) => `${one?.className ?? ''} ${one?.id ?? ''}`);
  return names.some((name) => NAMED_DEK.test(name));
}

function isSecondHeading({ text, element }: Line): boolean {
  return text.length >= SHORTEST_HEADING && element.closest('h2, h3') !== null;
}
