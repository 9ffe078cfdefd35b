import { get, has } from './node-property';

/** Where browsers give extensions closed shadow roots: Firefox by the element, Chromium by an interface of its own. */
declare global {
  interface Element {
    readonly openOrClosedShadowRoot?: ShadowRoot | null;
  }
  var chrome: { dom?: { openOrClosedShadowRoot: (element: Element) => ShadowRoot | null } } | undefined;
}

/** The elements to which a page can attach a shadow root, besides custom ones. Those of the browser's own controls stay closed. */
const HOSTS = new Set(
  'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'.split(' '),
);

/** The shadow root of an element, open or closed. Outside an extension, only open ones can be reached. */
export function shadowRootOf(element: Element): ShadowRoot | null {
  const open = get(element, 'shadowRoot');
  const name = get(element, 'localName');
  if (open !== null || !(name.includes('-') || HOSTS.has(name))) return open;
  if (has(element, 'openOrClosedShadowRoot')) return get(element, 'openOrClosedShadowRoot') ?? null;
  if (!has(element, 'offsetParent')) return null; // a name like that, but not an element of HTML
  return globalThis.chrome?.dom?.openOrClosedShadowRoot(element) ?? null;
}
