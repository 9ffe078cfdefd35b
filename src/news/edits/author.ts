/** Whoever edits records: one page or worker, from when it was opened. */
export interface Author {
  /** Random, and never used again, so that a copied profile has other authors than its original. */
  id: string;
  /** Gives the first of `count` numbers in a row, all greater than `after` and than any that this author was given before. */
  nextNumbers: (after: number, count?: number) => number;
}

export function newAuthor(id: string): Author {
  let last = 0;
  return {
    id,
    nextNumbers: (after, count = 1) => {
      const first = Math.max(last, after) + 1;
      last = first + count - 1;
      return first;
    },
  };
}
