/** Something that is done with a text. */
export interface Way {
  name: string;
  /** Does it once. The outer function prepares what is not measured. */
  prepare: (text: string) => () => unknown;
}

/** A way that needs no preparation. */
export function wayOf(name: string, work: (text: string) => unknown): Way {
  return { name, prepare: (text) => () => work(text) };
}
