import { parse, type DefaultTreeAdapterMap } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];

const SILENT =
  /^(?:script|style|noscript|template|textarea|select|iframe|video|audio|canvas|title|desc|metadata|defs|symbol|clippath|mask|marker|pattern)$/iu;

/** The text of a saved page as selectors refer to it, and its paragraphs, derived from the markup only. */
export function readPageWords(markup: string): {
  text: string;
  paragraphs: { start: number; end: number }[];
} {
  const paragraphs: { start: number; end: number }[] = [];
  const parts: string[] = [];
  let length = 0;
  const visit = (node: Node): void => {
    if (node.nodeName === '#text' && 'value' in node) {
      parts.push(node.value);
      length += node.value.length;
    }
    if (!('childNodes' in node) || SILENT.test(node.nodeName)) return;
    const start = length;
    node.childNodes.forEach(visit);
    if (node.nodeName === 'p') paragraphs.push({ start, end: length });
  };
  const [html] = parse(markup).childNodes.filter(({ nodeName }) => nodeName === 'html');
  if (html !== undefined && 'childNodes' in html)
    html.childNodes.filter(({ nodeName }) => nodeName === 'body').forEach(visit);
  return { text: parts.join(''), paragraphs };
}
