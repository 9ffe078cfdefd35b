import type { Tone } from '../../src/ui/notice';

/** A sentence about what was done, with what can be done about it. */
export interface Message {
  words: string;
  tone?: Tone;
  action?: { label: string; run: () => void };
}
