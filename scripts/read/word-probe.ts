/** Reports the words of a page and where they are visible. Built and injected like the reader. */
import type {} from './highlights';

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

function* textNodes(): Generator<[number, Text]> {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let number = 0; walker.nextNode() !== null; number++) yield [number, walker.currentNode as Text];
}

function wordsOf({ data }: Text) {
  return [...segmenter.segment(data)].filter(({ isWordLike }) => isWordLike === true);
}

function takeOverlaysAway(): void {
  for (const element of document.querySelectorAll<HTMLElement>('body *'))
    if (/^(?:fixed|sticky)$/u.test(getComputedStyle(element).position))
      element.style.setProperty('visibility', 'hidden', 'important');
}

globalThis.wordProbe = {
  listSelected: () => {
    const range = document.getSelection()?.getRangeAt(0);
    const names: string[] = [];
    for (const [number, node] of textNodes())
      if (range?.intersectsNode(node) === true)
        for (const { segment, index } of wordsOf(node))
          if (range.comparePoint(node, index) === 0 && range.comparePoint(node, index + segment.length) === 0)
            names.push(`${number}:${index}`);
    return names;
  },
  listInSight: () => {
    takeOverlaysAway();
    const words = [];
    const range = document.createRange();
    for (const [number, node] of textNodes()) {
      const parent = node.parentElement;
      if (parent?.checkVisibility({ visibilityProperty: true }) !== true || parent.closest('button, svg'))
        continue;
      range.selectNodeContents(node);
      const { top, bottom } = range.getBoundingClientRect();
      if (bottom < 0 || top > innerHeight) continue;
      for (const { segment, index } of wordsOf(node)) {
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        const box = range.getBoundingClientRect();
        const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
        const isCovered = document.elementFromPoint(x, y)?.contains(node) !== true;
        if (box.width > 0 && !isCovered) words.push({ name: `${number}:${index}`, text: segment, x, y });
      }
    }
    return words;
  },
  show: (name) => {
    for (const [number, node] of textNodes())
      if (String(number) === name.split(':')[0]) node.parentElement?.scrollIntoView({ block: 'center' });
  },
};
