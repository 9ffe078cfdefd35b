import { parseFragment, serialize } from 'parse5';

/** Puts markup into the page. `<!--[-->` and `<!--]-->` are where a selection starts and ends. */
export function show(markup: string): Element {
  const main = document.createElement('main');
  document.body.append(main);
  main.append(document.createRange().createContextualFragment(serialize(parseFragment(markup))));
  return main;
}

/** Selects the part between the marks, and removes the marks. */
export function select(root: Node): void {
  const range = document.createRange();
  const marks = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
  const found: ChildNode[] = [];
  while (marks.nextNode()) found.push(marks.currentNode as Comment);
  const [start, end] = found;
  if (start === undefined || end === undefined) throw new Error('A mark is missing');
  range.setStartAfter(start);
  range.setEndBefore(end);
  for (const mark of found) mark.remove();
  const selection = document.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}
