import type { View } from '../../scripts/browsers/session.ts';

/** In Firefox, the page's own window differs from the one that our programs see. */
type SeenWindow = Window & { wrappedJSObject?: Window; changes?: string[] };

/** Records all changes in the page's document from now on. */
export function recordChanges(page: View): Promise<void> {
  return page.run(() => {
    const changes: string[] = [];
    Object.assign((window as SeenWindow).wrappedJSObject ?? window, { changes });
    const names = (sign: string, nodes: NodeList) =>
      [...nodes].map((node) => sign + node.nodeName.toLowerCase());
    const note = ({ target, attributeName, addedNodes, removedNodes }: MutationRecord) => {
      const what = [attributeName, ...names('+', addedNodes), ...names('-', removedNodes)];
      changes.push([target.nodeName.toLowerCase(), ...what].filter(Boolean).join(' '));
    };
    new MutationObserver((records) => records.forEach(note)).observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
  });
}

/** The changes since then, one line each: `html +div`, `p lang`. */
export function readChanges(page: View): Promise<string[] | undefined> {
  return page.run(() => {
    const seen = window as SeenWindow;
    return ((seen.wrappedJSObject ?? seen) as SeenWindow).changes;
  });
}

/** The names of everything that the page's scripts can see in their window. */
export function readGlobals(page: View): Promise<string[]> {
  return page.run(() => Object.keys((window as SeenWindow).wrappedJSObject ?? window));
}
