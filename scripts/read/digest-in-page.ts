/** Bundled and run in a page: what a person must see of an article to label it, independent of our reader. */

export interface DigestQuestion {
  markup: string;
  /** A line next to the headline, which helps to find it. */
  headline: string;
}

declare global {
  var clipsheetDigest: (question: DigestQuestion) => string[];
}

const BEFORE = 4;
const AFTER = 11;
const LONGEST = 150;
const MOST_LABELLED = 8;
const LABEL =
  /(?:^|[\s|·•(（])(?:by|von|par|por|di|door|av|af|text|texte|foto|autor\w*|auteur|author\w*|автор\w*|written|reporter|edit\w*)\s*[:：]?\s|作者|记者|記者|文[/／|丨:：●]|기자|撰文|責|责任?编/iu;
const NAMED =
  '[class*="author" i], [class*="byline" i], [rel~="author"], [itemprop~="author"], [class*="autor" i]';

globalThis.clipsheetDigest = ({ markup, headline }) => {
  const page = new DOMParser().parseFromString(markup, 'text/html');
  const lines = linesOf(page);
  const key = keyOf(headline);
  const at = lines.findIndex(({ text }) => key !== '' && keyOf(text).startsWith(key.slice(0, 40)));
  const near = lines.slice(Math.max(0, at - BEFORE), at + AFTER);
  const labelled = lines.filter(
    (line) =>
      !near.includes(line) &&
      line.text.length < 120 &&
      (LABEL.test(line.text) || (line.named !== '' && line.text.length < 60)),
  );
  return [
    ...metasOf(page),
    ...near.map((line) => `  ${lines.indexOf(line) === at ? '# ' : ''}${shown(line)}`),
    ...labelled
      .slice(0, MOST_LABELLED)
      .map((line) => `  @${lines.indexOf(line)}/${lines.length} ${shown(line)}`),
  ];
};

function metasOf(page: Document): string[] {
  const metas = [...page.querySelectorAll('meta')].flatMap((meta) => {
    const name = meta.getAttribute('property') ?? meta.getAttribute('name') ?? '';
    return /author|byl|creator|^(?:og:)?description$/iu.test(name)
      ? [`  ${name} = ${(meta.getAttribute('content') ?? '').slice(0, 220)}`]
      : [];
  });
  const declared = [...page.querySelectorAll('script[type*="ld+json"]')].flatMap(
    ({ textContent }) => textContent.match(/"(?:author|creator)"\s*:\s*[^\n]{0,140}/gu) ?? [],
  );
  return [
    ...new Set([...metas, ...declared.slice(0, 3).map((text) => `  ld ${text.replaceAll(/\s+/gu, ' ')}`)]),
  ];
}

interface Line {
  text: string;
  named: string;
}

const BLOCK =
  /^(?:p|div|h\d|li|ul|ol|section|article|header|footer|main|aside|nav|td|tr|table|figure|figcaption|blockquote|br|dl|dt|dd|form|center|address|body)$/u;
const SILENT = /^(?:script|style|noscript|template|svg|select|iframe|button|textarea)$/u;

function linesOf(page: Document): Line[] {
  const lines: Line[] = [];
  let text = '';
  let named = '';
  const end = () => {
    const line = text.replaceAll(/\s+/gu, ' ').trim();
    if (line !== '') lines.push({ text: line, named });
    [text, named] = ['', ''];
  };
  const walk = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) {
      text += node.nodeValue ?? '';
      if ((node.nodeValue ?? '').trim() !== '' && named === '')
        named = (node.parentElement?.closest(NAMED)?.className ?? '').slice(0, 30);
      return;
    }
    const name = (node as Element).localName;
    if (SILENT.test(name)) return;
    if (BLOCK.test(name)) end();
    for (const child of node.childNodes) walk(child);
    if (BLOCK.test(name)) end();
  };
  walk(page.body);
  end();
  return lines;
}

function shown({ text, named }: Line): string {
  return `${text.slice(0, LONGEST)}${text.length > LONGEST ? `… (${text.length})` : ''}${named === '' ? '' : ` {${named}}`}`;
}

function keyOf(text: string): string {
  return text.toLowerCase().replaceAll(/[\s\p{P}\p{S}]+/gu, '');
}
