import type { View } from './session.ts';

/** Selects an element's text, or with `words` from the beginning of the first word to the end of the last. */
export function select(
  view: View,
  selector: string,
  ...words: [first?: string, last?: string]
): Promise<void> {
  return view.run(
    (wanted: string, first?: string, last = first) => {
      const element = document.querySelector(wanted);
      if (element === null) throw new Error(`Nothing to select: ${wanted}`);
      const range = document.createRange();
      range.selectNodeContents(element);
      const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
        const content = text.textContent ?? '';
        if (first !== undefined && content.includes(first)) range.setStart(text, content.indexOf(first));
        if (last !== undefined && content.includes(last))
          range.setEnd(text, content.indexOf(last) + last.length);
      }
      element.scrollIntoView({ block: 'center' });
      const selection = getSelection();
      selection?.removeAllRanges();
      selection?.addRange(range);
    },
    selector,
    ...words,
  );
}
