/**
 * Whether two plain values print the same JSON; the order of the properties of objects does not matter. They are compared and not
 * printed, because the first difference ends that.
 */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (!isObject(one) || !isObject(other))
    return !isObject(one) && !isObject(other) && isSameValue(one, other);
  if (Array.isArray(one) || Array.isArray(other))
    return (
      Array.isArray(one) &&
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((value, place) => isSame(value, other[place]))
    );
  const names = namesIn(one);
  return (
    names.length === namesIn(other).length &&
    names.every((name) => Object.hasOwn(other, name) && isSame(one[name], other[name]))
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isSameValue(one: unknown, other: unknown): boolean {
  return typeof one === 'number' && typeof other === 'number' && printInOrder(one) === printInOrder(other);
}

function namesIn(value: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(value).filter((name) => value[name] !== undefined);
}

/** JSON with the properties of objects sorted by name. */
export function printInOrder(value: unknown): string {
  return value === undefined ? '' : JSON.stringify(value, inOrder);
}

function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
