import type { Tone } from '../../src/ui/banner';

/** A message about what was done, with the actions for it. */
export interface Message {
  words: string;
  tone?: Tone;
  action?: { label: string; run: () => void };
  /** It is not about an action, and stays when another action follows. */
  isLasting?: boolean;
}
