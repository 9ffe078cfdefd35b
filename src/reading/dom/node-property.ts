/**
 * A form has its controls, and a document its pictures, forms and frames, as properties under the names that the page gave
 * them. These hide the built-in properties, in our isolated world too (HTML, `LegacyOverrideBuiltIns`): `form.localName` may be
 * an `<input name="localName">`. Prototypes have no such properties. A lint rule (`scripts/lint/page-property.js`) makes all
 * code that runs in pages read properties through this file.
 */

/** Reads a property of a node through its prototype; `undefined` without a node. */
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

/** Calls a method of a node through its prototype; returns `undefined` without a node. */
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
