import type { View } from '../../scripts/browsers/session.ts';

/** Firefox keeps the page's own window apart from the one that our programs see. */
type SeenWindow = Window & { wrappedJSObject?: Window; changes?: string[] };

/** From here on, whatever is changed in the page's document is noted. */
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

/** What was changed since, one line a change: `html +div`, `p lang`. */
export function readChanges(page: View): Promise<string[] | undefined> {
  return page.run(() => {
    const seen = window as SeenWindow;
    return ((seen.wrappedJSObject ?? seen) as SeenWindow).changes;
  });
}

/** Names of all that the page's scripts can see in their window. */
export function readGlobals(page: View): Promise<string[]> {
  return page.run(() => Object.keys((window as SeenWindow).wrappedJSObject ?? window));
}
