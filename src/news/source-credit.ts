import type { Candidate } from './candidate';

/** In small letters. In other scripts than Chinese a word before it makes it a part of a sentence. */
const LABEL =
  /(?:(?:^|[\s|｜])(?:文章|稿件|信息)?(?:来源|來源|稿源|转自|轉自|出处|出處)|(?:^|[|｜·•]\s*|\d\s+)(?:出典|출처|source|quelle|fuente|fonte|bron|källa|kaynak|źródło|источник))\s*[:：]\s*(?=\S)/u;
/** What else a line says after the name. */
const END =
  /(?:(?<!\s)\s+)?(?:[|｜·•]|作者|责任|責任|编辑|編輯|记者|記者|时间|時間|日期|发布|字号|浏览|分享|\d{4}[-年./]|\d{1,2}:\d\d).*/su;
/** `LONDON, Feb 20 (Reuters) –`, `MOSCOW, February 20. /TASS/.`, `МОСКВА, 20 фев — РИА Новости.`: a place comes first. */
const DATELINE =
  /^[A-ZА-Я]{3,}(?![A-ZА-Я])[^(/—]{0,50}(?:\(([^()]{2,20})\)\s?[-–—]|\/([^/]{2,12})\/|—\s([^.,—]{2,20})\.)/u;
/** `新华社北京4月24日电` */
const CHINESE_DATELINE = /^([㐀-鿿]{2,3}社)[㐀-鿿]{1,8}\d+月\d+日[电電]/u;
/** A text of the page's own. */
const OWN = new Set(['本站', '本站原创', '原创', '本网', '本报', '网络', 'internet']);
const LONGEST_NAME = 40;

/**
 * Whose text an outlet reprints, from the lines and tags in which a page may say so: the names in them, best first. The
 * outlet itself is none.
 */
export function creditsIn(found: readonly Candidate[], outlets: readonly Candidate[]): Candidate[] {
  return found.flatMap(({ value, source }) => {
    const name = nameIn(value, source);
    const isOwn =
      name === undefined || OWN.has(name) || outlets.some((outlet) => isOwnName(name, outlet.value));
    return isOwn ? [] : [{ value: name, source }];
  });
}

/** Whether a credit is the outlet's own name: whole, its beginning, as `Yonhap`, or its initials, as `AP`. */
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
