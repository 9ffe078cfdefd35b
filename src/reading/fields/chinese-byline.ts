import { HAN } from '../text/unicode-letters';
import { isPerson } from './person-names';

/** Chinese bylines, on a line of their own or at the beginning of the text: 本报记者 王乐文 方 敏. */

const LABELS = '记者|記者|作者|评论员|評論員|撰文|执笔|執筆|撰稿|文';
const NAMES = String.raw`[${HAN}·]{1,12}(?:[\s、，,&]+[${HAN}·]{1,5})*`;
/** In brackets, or separated by a space, a colon or a stroke. Otherwise 记者 begins a sentence, as in 记者了解到. */
const BYLINES = [
  new RegExp(
    String.raw`[（(〔【\[][^）)〕】\]]{0,20}?(?:${LABELS})\s*[:：/／丨|｜]?\s*(${NAMES})\s*(?:[/／][^）)〕】\]]*)?[）)〕】\]]`,
    'u',
  ),
  new RegExp(String.raw`(?:^|[\s${HAN}》】])(?:${LABELS})\s*[:：/／丨|｜]\s*(${NAMES})`, 'u'),
  new RegExp(String.raw`^[^，。]{0,12}(?:记者|記者|作者|评论员|評論員)\s+(${NAMES})$`, 'u'),
  new RegExp(String.raw`作者\s*([${HAN}·]{2,4})$`, 'u'),
];
/** Other tasks than writing. These words end the list of names. */
const TASK =
  /(?:(?<!\s)\s+)?(?:整合|整理|报道|報導|報道|摄影|攝影|摄|图|圖|编辑|編輯|综合|綜合|通讯员|实习).*/su;
const PHOTOGRAPHED = /(?:摄|攝|供图|供圖)[）)】]?$/u;
const BETWEEN_TWO = new RegExp(
  String.raw`(?<=(?:^|[\s、，,&])[${HAN}])\s+(?=[${HAN}](?:$|[\s、，,&]))`,
  'gu',
);
const LONGEST_LINE = 120;
const BEGINNING = 60;

/** The names in a line. Only the beginning of a longer line is read. */
export function namesInChineseByline(line: string): string[] {
  const text = line.length > LONGEST_LINE ? line.slice(0, BEGINNING) : line;
  if (PHOTOGRAPHED.test(text)) return [];
  for (const byline of BYLINES) {
    const names = namesOf(byline.exec(text)?.[1] ?? '');
    if (names.length > 0) return names;
  }
  return [];
}

/** Names of two characters often have a space between them. */
function namesOf(text: string): string[] {
  return text
    .replace(TASK, '')
    .replace(BETWEEN_TWO, '')
    .split(/[\s、，,&]+/u)
    .filter((name) => name.length >= 2 && name.length <= 8 && isPerson(name));
}
