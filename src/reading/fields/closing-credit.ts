import { namesInChineseByline } from './chinese-byline';
import type { ArticleEvidence } from '../evidence/evidence';
import { isBesideArticle } from '../evidence/article-header';
import type { PageLine } from '../evidence/page-lines';
import { namesOfPeople } from './person-names';

const LONGEST_CREDIT = 160;
const LONGEST_CHINESE = 60;
const MOST = 3;
const CREDIT =
  /^[([]?\s?(?:(?:reporting|written|reported|authored|words|story) by|authors?:|verfasst von|geschrieben von|escrito por|rédigé par|автор[ы]?:)\s*([^;\])]+)/iu;

/** The authors named below the text: `(Reporting by …; editing by …)`, `Authors: …`, 采写：… 记者 …. */
export function* creditsAfterText(evidence: ArticleEvidence): Iterable<string> {
  const { lines, header, closest } = evidence;
  const first = header?.below[0];
  const start = first === undefined ? 0 : lines.indexOf(first);
  let left = MOST;
  for (const line of lines.slice(start)) {
    const names = namesInCredit(line);
    if (names.length === 0 || isBesideArticle(line.element, closest)) continue;
    yield names.join(', ');
    if (--left === 0) return;
  }
}

function namesInCredit({ text }: PageLine): string[] {
  if (text.length > LONGEST_CREDIT) return [];
  const credit = CREDIT.exec(text)?.[1];
  if (credit !== undefined) return namesOfPeople(credit);
  if (text.length > LONGEST_CHINESE || /[摄攝图圖]|责|責|[编編][辑輯]/u.test(text)) return [];
  return namesInChineseByline(text.replace(/来源[:：].*$/u, '').trimEnd());
}
