/** The elements that printed and shown text may consist of. */
const ELEMENTS = new Set(
  'a abbr article bdi bdo blockquote br caption code dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img li ol p pre q s section span strong sub summary sup table tbody td tfoot th thead time tr u ul'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set(
  'align alt checked class colspan data-footnotes dir disabled href id lang rel rowspan scope src start style target title type'.split(
    ' ',
  ),
);

/** Detects whether anything of a hostile page runs or is loaded. */
export class Canary {
  readonly songs: string[] = [];
  private readonly loads: PerformanceObserver;
  private readonly ends: (() => void)[] = [];

  constructor() {
    for (const name of ['alert', 'confirm', 'prompt', 'open', 'canary'] as const) this.listenTo(name);
    this.loads = new PerformanceObserver((list) => this.hear(list.getEntries()));
    this.loads.observe({ type: 'resource' });
    const onViolation = ({ blockedURI }: SecurityPolicyViolationEvent) =>
      this.songs.push(`blocked ${blockedURI}`);
    document.addEventListener('securitypolicyviolation', onViolation);
    this.ends.push(() => document.removeEventListener('securitypolicyviolation', onViolation));
  }

  /** What was detected. Call this after the shown content has had time to act. */
  stop(): string[] {
    this.hear(this.loads.takeRecords());
    this.loads.disconnect();
    for (const end of this.ends) end();
    return this.songs;
  }

  private listenTo(name: string): void {
    const held = Object.getOwnPropertyDescriptor(globalThis, name);
    Object.defineProperty(globalThis, name, {
      configurable: true,
      value: () => this.songs.push(`${name} was called`),
    });
    this.ends.push(() => {
      if (held) Object.defineProperty(globalThis, name, held);
      else Reflect.deleteProperty(globalThis, name);
    });
  }

  private hear(entries: PerformanceEntryList): void {
    for (const { name } of entries)
      if (!name.startsWith(location.origin) && !name.startsWith('blob:')) this.songs.push(`loaded ${name}`);
  }
}

/**
 * Lists the content of a tree that no clip can produce, one line each. `isOurs` is true for the content of our own page,
 * including everything below it.
 */
export function findIntruders(
  root: ParentNode,
  isOurs: (element: Element) => boolean = () => false,
): string[] {
  return [...root.querySelectorAll('*')].filter((element) => !isOurs(element)).flatMap(describeIntruder);
}

function describeIntruder(element: Element): string[] {
  const name = element.localName;
  const found =
    ELEMENTS.has(name) && element.namespaceURI === 'http://www.w3.org/1999/xhtml' ? [] : [`<${name}>`];
  for (const { name: attribute, value } of element.attributes) {
    if (!ATTRIBUTES.has(attribute)) found.push(`<${name} ${attribute}="${value}">`);
    if (attribute === 'href' && !isSafeLink(value)) found.push(`<${name} href="${value}">`);
    if (attribute === 'src' && !value.startsWith('blob:')) found.push(`<${name} src="${value}">`);
    if (attribute === 'style' && /url|expression|position/iu.test(value))
      found.push(`<${name} style="${value}">`);
  }
  return found;
}

function isSafeLink(address: string): boolean {
  return (
    address.startsWith('#') || ['http:', 'https:', 'mailto:'].includes(new URL(address, 'canary:').protocol)
  );
}
