/**
 * A form has its controls, and a document its pictures, forms and frames, as properties under the names that the page gave
 * them, before its own properties and in our isolated world too (HTML, `LegacyOverrideBuiltIns`): `form.localName` may be an
 * `<input name="localName">`. Prototypes have no such properties. A lint rule (`scripts/lint/page-property.js`) keeps what
 * runs in pages from reading them in any other way.
 */

/** A property of a node as its prototype has it; of no node `undefined`. */
export function get<Of extends Node, Key extends keyof Of>(node: Of, key: Key): Of[Key];
export function get<Of extends Node, Key extends keyof Of>(
  node: Of | null | undefined,
  key: Key,
): Of[Key] | undefined;
export function get(node: Node | null | undefined, key: PropertyKey): unknown {
  if (node == null) return undefined;
  const value: unknown = Reflect.get(prototypeOf(node), key, node);
  return value;
}

/** Whether nodes of this kind have a property. */
export function has(node: Node | null | undefined, key: string): boolean {
  return node != null && Reflect.has(prototypeOf(node), key);
}

type Method<Of, Key extends keyof Of> = Extract<Of[Key], (...args: never[]) => unknown>;

/** Calls a method of a node as its prototype has it; of no node gives `undefined`. */
export function call<Of extends Node, Key extends keyof Of>(
  node: Of,
  key: Key,
  ...args: Parameters<Method<Of, Key>>
): ReturnType<Method<Of, Key>>;
export function call<Of extends Node, Key extends keyof Of>(
  node: Of | null | undefined,
  key: Key,
  ...args: Parameters<Method<Of, Key>>
): ReturnType<Method<Of, Key>> | undefined;
export function call<Of extends Node>(
  node: Of | null | undefined,
  key: keyof Of,
  ...args: unknown[]
): unknown {
  if (node == null) return undefined;
  return Reflect.apply(get(node, key) as (...args: unknown[]) => unknown, node, args);
}

function prototypeOf(node: Node): object {
  return Reflect.getPrototypeOf(node) ?? {};
}
