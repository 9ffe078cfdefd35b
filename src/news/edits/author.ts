/** A page or worker that edits records, from when it was opened until it is closed. */
export interface Author {
  /** Random and never reused, so that the authors in a copied profile differ from those in the original. */
  id: string;
  /**
   * Returns the first of `count` consecutive numbers. All are greater than `after` and than every number this author was given
   * before.
   */
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
