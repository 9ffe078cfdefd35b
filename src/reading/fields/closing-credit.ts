import { namesInChineseByline } from './chinese-byline';
import { UNRELATED } from '../evidence/article-header';
import type { ArticleEvidence } from '../evidence/evidence';
import { namesOfPeople } from './person-names';

const LONGEST_CREDIT = 160;
const LONGEST_CHINESE = 60;
const MOST = 3;
const CREDIT =
  /^[([]?\s?(?:(?:reporting|written|reported|authored|words|story) by|authors?:|verfasst von|geschrieben von|escrito por|rédigé par|автор[ы]?:)\s*([^;\])]+)/iu;

/** A label alone: in a line, or on a card in the metadata. */
export const WRITTEN_BY =
  /^(?:(?:article )?written by|(?:about the )?authors?|verfasst von|geschrieben von|escrit[oa] por|écrit par|rédigé par|scritto da|geschreven door|autor|yazan|skrevet av|作者|napisane przez|написано автором)\s?:?$/iu;

/** The authors named below the text: `(Reporting by …; editing by …)`, `Authors: …`, 采写：… 记者 …. */
export function* creditsAfterText(evidence: ArticleEvidence): Iterable<string> {
  const { lines, header, closest } = evidence;
  const first = header?.below[0];
  const start = first === undefined ? 0 : lines.indexOf(first);
  let left = MOST;
  for (const [at, line] of lines.entries()) {
    const credit = WRITTEN_BY.test(line.text)
      ? lines[at + 1]?.text
      : line.text.length > LONGEST_CREDIT
        ? undefined
        : CREDIT.exec(line.text)?.[1];
    const names =
      credit === undefined ? (at < start ? [] : namesInChineseCredit(line.text)) : namesOfPeople(credit);
    if (names.length === 0 || closest(line.element, UNRELATED) !== null) continue;
    yield names.join(', ');
    if (--left === 0) return;
  }
}

function namesInChineseCredit(text: string): string[] {
  return text.length > LONGEST_CHINESE || /[摄攝图圖]|责|責|[编編][辑輯]/u.test(text)
    ? []
    : namesInChineseByline(text.replace(/来源[:：].*$/u, '').trimEnd());
}
