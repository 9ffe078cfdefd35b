import { parseFragment, serialize } from 'parse5';

/** Puts markup into the page. `<!--[-->` and `<!--]-->` are where a selection starts and ends. */
export function show(markup: string): Element {
  const main = document.createElement('main');
  document.body.append(main);
  main.append(document.createRange().createContextualFragment(serialize(parseFragment(markup))));
  return main;
}

/** Selects what stands between the marks and takes the marks away. */
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
