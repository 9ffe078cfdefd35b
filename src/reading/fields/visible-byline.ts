import { namesInChineseByline } from './chinese-byline';
import type { ArticleEvidence } from '../evidence/evidence';
import { wordKey, worded } from '../evidence/headline-comparison';
import { isOutsideArticle } from '../evidence/article-header';
import { haveSameMarkup, type PageLine } from '../evidence/page-lines';
import { hasHan, LETTER } from '../text/unicode-letters';
import {
  hasNonNameWord,
  isFullName,
  isUnlabelledName,
  namesOfPeople,
  textOfNames,
  separateLabel,
  withoutIgnorableCharacters,
} from './person-names';
import { textOf } from '../dom/visible-text';
import { call, get } from '../dom/node-property';

/** In lower case, because `LETTER` costs a page milliseconds in case-insensitive expressions. */
const LABELLED = new RegExp(
  String.raw`(?:^|[|·•]\s*|(?<!photo |video )\bposted\b.*|\b(?:written|authored|reported|contributed)\s|\banalysis\s|\binterview\s|\bopinion\s|\bstory\s)(?:by|von|par|por|di|door|av|af|автор|auteur|autor|author|text|words|authors|contributors?(?=:))(?!${LETTER})[:：]?\s*${LETTER}`,
  'u',
);
const LABEL_ALONE =
  /^(?:(?:written |authored |posted |story )?by|authors|contributors?|verfasst von|escrito por|écrit par|von|par|por|di|door|av|af|автор|auteur|autor|author|作者|文)\s*[:：]?$/iu;
/** The name of an account may be any word. */
const ACCOUNT = new RegExp(`^(?:${LETTER}|·){2,12}$`, 'u');
const LONGEST_BYLINE = 200;
/** Words before the names of people who have not written the text. */
const OTHERS =
  /^(?:(?:fact|medical(?:ly)?|expert|legal(?:ly)?)[-\s])?(?:check(?:ed|er)|review(?:ed|er)|edit(?:ed|or)|tested|verified|approved|translat(?:ed|ion)|illustrat(?:ed|ions?)|photograph(?:s|ed)?|recommended)(?:\s+by\b|\s?:|$)/iu;
const LONGEST_LABEL = 30;
const NAMED_BYLINE =
  '[class*="byline" i], [class*="author" i], [rel~="author"], [itemprop~="author"], [id*="byline" i], [class*="autor" i], a[href*="/author" i], a[href*="/auteur" i], a[href*="/autor" i], a[href*="/profile" i], a[href*="/@" i]';
const NEAR = 14;
const MOST_ELSEWHERE = 5;
/** Elements in which names are those of photographers, agencies or quoted people. */
const PICTURE =
  'blockquote, figure, figcaption, [class*="caption" i], [class*="credit" i], [class*="picture" i], [class*="copyright" i]';

/** The lines around the headline that may contain a byline or a credit, those below the headline first. */
export function linesNear({ header, closest }: ArticleEvidence): PageLine[] {
  if (header === undefined) return [];
  const near = [...header.below.slice(0, NEAR), ...header.above.slice(0, 3).reverse()];
  return near
    .filter(({ element }) => closest(element, PICTURE) === null)
    .map((line) => {
      const text = withoutIgnorableCharacters(line.text);
      return text === line.text ? line : { ...worded(text), element: line.element };
    });
}

/** Lines with a label for authors: `By …`, 作者：…. The label may be on a line of its own. */
export function labelledBylines(evidence: ArticleEvidence): string[] {
  const lines = linesNear(evidence);
  return lines
    .map((line, at) => {
      const chinese = namesInChineseByline(line.text);
      if (chinese.length > 0) return chinese;
      if (line.text.length > LONGEST_BYLINE) return [];
      const isLabelled =
        LABELLED.test(separateLabel(line.text).toLowerCase()) || LABEL_ALONE.test(lines[at - 1]?.text ?? '');
      return isLabelled ? namesInLine(line, evidence) : [];
    })
    .map((names) => names.join(', '));
}

/** Lines that the markup names as a byline. Those with the same markup are joined. */
export function namedBylines(evidence: ArticleEvidence): string[] {
  const lines = linesNear(evidence);
  const bylines = lines
    .filter((line, at) => !isOfOthers(line, lines[at - 1]))
    .flatMap((line) => partsNamedByline(line, evidence))
    .map((line) => ({ line, names: namesInNamedLine(line, evidence) }))
    .filter(({ names }) => names.length > 0);
  const [first] = bylines;
  const alike = bylines.filter(({ line }) => first !== undefined && haveSameMarkup(line, first.line));
  return [alike.flatMap(({ names }) => names), ...bylines.map(({ names }) => names)].map((names) =>
    [...new Set(names)].join(', '),
  );
}

/** Whether a line names reviewers, editors or testers. The label may be in the previous line. */
export function isOfOthers({ text }: PageLine, before: PageLine | undefined): boolean {
  return (
    OTHERS.test(text) ||
    (before !== undefined &&
      before.text.length <= LONGEST_LABEL &&
      OTHERS.exec(before.text)?.[0] === before.text)
  );
}

/** The first line anywhere in the article's part of the page that the markup names as a byline. */
export function* namedBylinesElsewhere(evidence: ArticleEvidence): Iterable<string> {
  let left = MOST_ELSEWHERE;
  for (const [at, line] of evidence.lines.entries())
    if (left > 0 && isNamedByline(line, evidence) && !isOutsideArticle(line.element, evidence.closest)) {
      left--;
      if (isOfOthers(line, evidence.lines[at - 1])) continue;
      yield namesInLine(line, evidence).filter(isUnlabelledName).join(', ');
    }
}

/** The line, or the parts of it that the markup names as a byline. */
function partsNamedByline(line: PageLine, evidence: ArticleEvidence): PageLine[] {
  if (isNamedByline(line, evidence)) return [line];
  if (line.text.length > LONGEST_BYLINE) return [];
  const element = call(line.element, 'querySelector', NAMED_BYLINE);
  return element === null ? [] : [{ ...worded(textOf(element, LONGEST_BYLINE) ?? ''), element }];
}

/** An element that extends into the text is the article, whatever its name. */
function isNamedByline({ text, element }: PageLine, { header, closest }: ArticleEvidence): boolean {
  const part = text.length <= LONGEST_BYLINE ? closest(element, NAMED_BYLINE) : null;
  return (
    part !== null &&
    !call(
      part,
      'contains',
      header?.below.find((line) => line.text.length > LONGEST_BYLINE)?.element ?? null,
    ) &&
    closest(element, PICTURE) === null
  );
}

/**
 * Full names, or else a single word that links to an author's page. An account of a Chinese platform may have any name, which
 * is the whole line.
 */
function namesInNamedLine(line: PageLine, evidence: ArticleEvidence): string[] {
  if (ACCOUNT.test(line.text) && hasHan(line.text) && !hasNonNameWord(line.text)) return [line.text];
  const names = namesInLine(line, evidence);
  const full = names.filter((name) => isFullName(name) && !evidence.outletKeys.has(wordKey(name)));
  return full.length > 0 ? full : names.filter((name) => leadsToAuthor(name, line));
}

const AUTHOR_PAGE = 'a[rel~="author"], a[href*="/author/" i], a[href*="/autor/" i], a[href*="/auteur/" i]';

function leadsToAuthor(name: string, { element }: PageLine): boolean {
  if (/author\W{0,2}_*name/iu.test(get(element, 'className'))) return true;
  const links = [call(element, 'closest', AUTHOR_PAGE), ...call(element, 'querySelectorAll', AUTHOR_PAGE)];
  return links.some((link) => link !== null && textOf(link, 100) === name);
}

/** If the names are links, each link is a name, because some pages put nothing between them. */
function namesInLine({ text, element }: PageLine, evidence: ArticleEvidence): string[] {
  const written = textOfNames(withoutDates(text, evidence));
  const links = [...call(element, 'querySelectorAll', 'a, span')].slice(0, 12).flatMap((link) => {
    const names = namesOfPeople(textOf(link, 100) ?? '');
    return names.length === 1 && written.includes(names[0] ?? '') ? names : [];
  });
  const names = namesOfPeople(written);
  return links.length > 0 && links.length >= names.length ? [...new Set(links)] : names;
}

/** Replaces each day in a text by a bar. */
export function withoutDates(text: string, { datesIn }: ArticleEvidence): string {
  return datesIn(text).reduceRight(
    (rest, { start, end }) => `${rest.slice(0, start)} | ${rest.slice(end)}`,
    text,
  );
}
