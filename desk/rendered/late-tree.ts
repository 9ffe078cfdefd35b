import type { Nodes } from 'hast';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { costOfMarkdown } from '../../src/newsletter/markdown/markdown-cost';

/** A text up to this cost is parsed while the page is drawn: about 8 ms. Quotes and comments rarely reach it. */
const MOST_AT_ONCE = 16_000;

/** Whether a text takes so long to parse that the page is drawn first. */
export function isParsedLate(markdown: string): boolean {
  return costOfMarkdown(markdown) > MOST_AT_ONCE;
}

/**
 * A tree to be drawn, made again for each `of`. If that takes long (`isLate`), it is made after the page has been drawn, in a
 * task of its own; until then this returns the tree before, or `undefined` if there is none.
 */
export function useLateTree(of: unknown, isLate: boolean, make: () => Nodes): Nodes | undefined {
  const [late, setLate] = useState<Nodes>();
  // oxlint-disable-next-line react/exhaustive-deps -- `make` is new at each drawing and depends only on `of`
  const tree = useMemo(() => (isLate ? undefined : make()), [of, isLate]);
  useEffect(() => {
    if (!isLate) return undefined;
    let timer = setTimeout(() => {
      const made = make();
      timer = setTimeout(() => setLate(made)); // another task, because drawing takes as long again
    });
    return () => clearTimeout(timer);
    // oxlint-disable-next-line react/exhaustive-deps -- the same
  }, [of, isLate]);
  return tree ?? late;
}
