import { readTags } from './html-tags';

/**
 * Firefox 153 compares each tag with all elements that are open, but for the end of the last one. As many comparisons as 12,000 elements within one another need take it 0.1 s;
 * 50,000 elements take 10 s.
 */
const MOST_COMPARISONS = 12_000 ** 2 / 2;
/** More than a paste takes nodes, because many have no words. */
const MOST_TAGS = 200_000;

interface BoundedHtml {
  html: string;
  isCut: boolean;
}

/** The beginning of pasted HTML that a browser parses without a delay. */
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
  return { html: pasted.slice(0, end), isCut: end < pasted.length };
}
