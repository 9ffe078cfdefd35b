import type { Candidate } from './candidate';

/** In lower case. In scripts other than Chinese, a word before the label makes it part of a sentence. */
const LABEL =
  /(?:(?:^|[\s|｜])(?:文章|稿件|信息)?(?:来源|來源|稿源|转自|轉自|出处|出處)|(?:^|[|｜·•]\s*|\d\s+)(?:出典|출처|source|quelle|fuente|fonte|bron|källa|kaynak|źródło|источник))\s*[:：]\s*(?=\S)/u;
/** What may follow the name in a line. */
const END =
  /(?:(?<!\s)\s+)?(?:[|｜·•]|作者|责任|責任|编辑|編輯|记者|記者|时间|時間|日期|发布|字号|浏览|分享|\d{4}[-年./]|\d{1,2}:\d\d).*/su;
/**
 * `LONDON, Feb 20 (Reuters) –`, `MOSCOW, February 20. /TASS/.`, `МОСКВА, 20 фев — РИА Новости.`: a dateline starts with a place.
 */
const DATELINE =
  /^[A-ZА-Я]{3,}(?![A-ZА-Я])[^(/—]{0,50}(?:\(([^()]{2,20})\)\s?[-–—]|\/([^/]{2,12})\/|—\s([^.,—]{2,20})\.)/u;
/** `新华社北京4月24日电` */
const CHINESE_DATELINE = /^([㐀-鿿]{2,3}社)[㐀-鿿]{1,8}\d+月\d+日[电電]/u;
/** Words that say that the text is the page's own. */
const OWN = new Set(['本站', '本站原创', '原创', '本网', '本报', '网络', 'internet']);
const LONGEST_NAME = 40;

/**
 * Whose text an outlet reprints. Reads the lines and tags in which pages say so and returns the names in them, best first,
 * without the outlet's own name.
 */
export function creditsIn(found: readonly Candidate[], outlets: readonly Candidate[]): Candidate[] {
  return found.flatMap(({ value, source }) => {
    const name = nameIn(value, source);
    const isOwn =
      name === undefined || OWN.has(name) || outlets.some((outlet) => isOwnName(name, outlet.value));
    return isOwn ? [] : [{ value: name, source }];
  });
}

/** Whether a credit is the outlet's own name: the whole name, its beginning (`Yonhap`) or its initials (`AP`). */
export function isOwnName(credit: string, outlet: string): boolean {
  const [name = '', own = ''] = [credit, outlet].map((text) => text.toLowerCase().replace(/^the /u, ''));
  return `${own} `.startsWith(`${name} `) || own.replace(/(\S)\S*\s*/gu, '$1') === name;
}

function nameIn(text: string, source: string): string | undefined {
  if (source === 'dateline') {
    const [, brackets, strokes, dash] = DATELINE.exec(text) ?? [];
    return CHINESE_DATELINE.exec(text)?.[1] ?? brackets ?? strokes ?? dash;
  }
  const label = LABEL.exec(text.toLowerCase());
  if (label === null && source === 'labelled line') return undefined;
  const rest = text.slice(label === null ? 0 : label.index + label[0].length).replace(END, '');
  const whole = /[㐀-鿿]/u.test(rest) ? rest.split(' ')[0] : rest;
  const name = whole?.replace(/^[《“"(（]|[》”")）.。]$/gu, '').trim() ?? '';
  const isName = name !== '' && name.length <= LONGEST_NAME && !/[:/@]|^[\w-]+(?:\.[\w-]+)+$/u.test(name);
  return isName ? name : undefined;
}
