import { readTags } from './html-tags';

/**
 * Firefox 153 compares each tag with all elements that are open, but for the end of the last one. As many comparisons as 12,000 elements within one another need take it 0.1 s;
 * 50,000 elements take 10 s.
 */
const MOST_COMPARISONS = 12_000 ** 2 / 2;
/** More than a paste takes nodes, because many have no words. */
const MOST_TAGS = 200_000;
/** ProseMirror asks for the elements of each rule of a style sheet: half a microsecond for each rule and element. */
const MOST_MATCHES = 500_000;

interface BoundedHtml {
  html: string;
  isCut: boolean;
}

/**
 * The beginning of pasted HTML that a browser parses without a delay. Style sheets with so many rules, for so many elements, that they would take
 * long, are left out.
 */
export function boundHtml(pasted: string): BoundedHtml {
  let [depth, tags, comparisons] = [0, 0, 0];
  let end = pasted.length;
  for (const { index, change } of readTags(pasted)) {
    tags += 1;
    if (change !== -1) comparisons += depth; // the end of the last element is compared only with that
    depth += change;
    if (comparisons <= MOST_COMPARISONS && tags <= MOST_TAGS) continue;
    end = index;
    break;
  }
  const html = pasted.slice(0, end);
  return { html: hasCheapStyle(html, tags) ? html : withoutStyle(html), isCut: end < pasted.length };
}

function hasCheapStyle(html: string, tags: number): boolean {
  if (!/<style/iu.test(html)) return true;
  return html.split('{').length * tags <= MOST_MATCHES && !/:has\s*\(/iu.test(html);
}

/** Sheets of another type than CSS are not applied. The first attribute of a name counts. Quotation marks would end a value that has these words. */
function withoutStyle(html: string): string {
  return html.replace(/<style(?=[\s/>])/giu, '<style type=text/plain');
}
