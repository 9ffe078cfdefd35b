import type { Tone } from '../../src/ui/banner';

/** A sentence about what was done, with what can be done about it. */
export interface Message {
  words: string;
  tone?: Tone;
  action?: { label: string; run: () => void };
  /** It is of no act: it is still true when another has been done. */
  isLasting?: boolean;
}
