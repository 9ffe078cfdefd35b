/**
 * The elements of all lists. A long text has more tokens than a call may have arguments (`push(...tokens)`), and `flat` is ten times
 * as slow. A single list is returned as it is.
 */
export function joinLists<Each>(lists: readonly Each[][]): Each[] {
  const [first = [], ...others] = lists.filter(({ length }) => length > 0);
  if (others.length === 0) return first;
  const joined = [...first];
  for (const list of others) for (const each of list) joined.push(each);
  return joined;
}
