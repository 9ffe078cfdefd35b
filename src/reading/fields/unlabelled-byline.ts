import type { ArticleEvidence } from '../evidence/evidence';
import { wordKey } from '../evidence/headline-comparison';
import type { PageLine } from '../evidence/page-lines';
import { isUnlabelledName, namesOfPeople } from './person-names';
import { isOfOthers, linesNear, withoutDates } from './visible-byline';
import { textOf } from '../dom/visible-text';
import { call } from '../dom/node-property';

const LONGEST_LINE = 200;
const LONGEST_DATELINE = 100;
const LONGEST_ROLE = 70;
/** Work and offices. A transcript names its speaker with the office: `Ada Stone, Secretary of State`. */
const ROLE =
  /founder|writer|journalist|editor|report|author|blogger|director|manager|redakteur|autor|redactor|secretary|minister|president|ambassador|spokes|chancellor|commissioner|governor/iu;
/** Degrees after names. Two letters alone may be a state: San Diego, CA. */
const DEGREE = /, ?(?:MD|Ph\.?D|RDN?|DVM|VMD|MPH|MBA|CFP|JD)\b/u;
const IN_BRACKETS = /\([^()]*\)/gu;

/**
 * Names near the headline without a label: in the line of the date or next to it, with degrees, or with a role in the same line or in
 * the next.
 */
export function unlabelledBylines(evidence: ArticleEvidence): string[] {
  const lines = linesNear(evidence);
  return lines.flatMap((line, at) => {
    const [before, after] = [lines[at - 1], lines[at + 1]];
    if (line.text.length > LONGEST_LINE || isOfOthers(line, before) || leadsElsewhere(line.element))
      return [];
    const isBesideDate = [before, line, after].some((one) => one !== undefined && isDateline(one, evidence));
    return withoutDates(line.text, evidence)
      .split(/ ?[|•·]\s*/u)
      .map((text) => {
        if (DEGREE.test(text)) return namesAlone(text);
        const isNamed = isBesideDate && line.text.length <= LONGEST_DATELINE;
        return isNamed ? namesOfPeople(text) : namesWithRole(text, after?.text ?? '');
      })
      .map((names) => (names.every((name) => isNameAlone(name, evidence)) ? names.join(', ') : ''));
  });
}

function isDateline({ text }: PageLine, { datesIn }: ArticleEvidence): boolean {
  return text.length <= LONGEST_DATELINE && datesIn(text).length > 0;
}

const MENU = 'h2, h3, [class*="menu" i], [class*="nav-" i], [class*="navbar" i]';

/** Whether a link leads to a section or another page instead of a person: its address contains no word of its text. */
function leadsElsewhere(element: Element): boolean {
  const address = call(call(element, 'closest', 'a[href]'), 'getAttribute', 'href')?.toLowerCase();
  const words = (textOf(element, 100) ?? '').toLowerCase().split(/\s+/u);
  return (
    (address !== undefined && !words.some((word) => address.includes(word))) ||
    call(element, 'closest', MENU) !== null
  );
}

/** Such lines also contain sections, places and controls, often capitalized, of two characters, or repeated from the headline. */
function isNameAlone(name: string, { headline = '', outletKeys }: ArticleEvidence): boolean {
  return (
    isUnlabelledName(name) &&
    !outletKeys.has(wordKey(name)) &&
    (name !== name.toUpperCase() || name === name.toLowerCase()) &&
    !headline.includes(name)
  );
}

/** The names in a line with nothing else than names and degrees. */
function namesAlone(text: string): string[] {
  const names = namesOfPeople(text);
  const rest = names.reduce((left, name) => left.replace(name, ''), text.replace(IN_BRACKETS, ''));
  return /\p{Ll}{3}/u.test(rest) ? [] : names;
}

function namesWithRole(text: string, next: string): string[] {
  const [name = '', ...office] = text.split(', ');
  const role = office.length > 0 ? office.join(' ') : next;
  return role.length <= LONGEST_ROLE && ROLE.test(role)
    ? namesOfPeople(name).filter((one) => one === name)
    : [];
}
