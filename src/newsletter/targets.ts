import type { Anchors } from './contents-links';

/**
 * The places where an issue is pasted or sent, one record each: what the editor there keeps, and therefore how the HTML is
 * shaped. docs/targets.md says what was verified, and how.
 */
export interface Target {
  /** The name that people use. */
  name: string;
  /** The format that is pasted: Markdown if the target reads it, otherwise HTML. */
  format: 'markdown' | 'html';
  /** `rows`: one line for each row, for editors without tables. */
  tables: 'kept' | 'rows';
  /**
   * `paragraphs`: only paragraphs in a blockquote, and lists as lines with their markers. `split`: also a separate blockquote
   * for each paragraph, for editors that join the blocks of one.
   */
  quotes: 'kept' | 'paragraphs' | 'split';
  /** `lines`: the paragraphs of a list item with line breaks between them, for editors that join the paragraphs. */
  items: 'kept' | 'lines';
  /** `named`: an address alone in its paragraph is shown without its scheme, for editors that would embed the page. */
  loneAddresses: 'kept' | 'named';
  /** `bare`: without `<bdi>` and without white space between blocks, which some editors show as empty lines. */
  markup: 'kept' | 'bare';
  /** `alone`: no picture in a quote, a link or emphasis, for editors that drop it together with its surroundings. */
  linePictures: 'kept' | 'alone';
  /** `byHand`: the pasted content does not include pictures that are files next to the issue. */
  pictures: 'kept' | 'byHand';
  /** `plain`: without links, because it is not known how to link to the target's headings. */
  contents: 'plain' | Anchors;
  /** Mail programs cut a mail off from this many bytes of HTML (Gmail: 102 KB). */
  mostBytes?: number;
}

const KEPT = {
  tables: 'kept',
  quotes: 'kept',
  items: 'kept',
  loneAddresses: 'kept',
  markup: 'kept',
  linePictures: 'kept',
  pictures: 'kept',
  contents: 'plain',
} as const;
const MAIL = {
  ...KEPT,
  format: 'html',
  tables: 'rows',
  pictures: 'byHand',
  mostBytes: 102 * 1024,
} as const;

export const TARGETS = {
  markdown: { name: 'Markdown', ...KEPT, format: 'markdown' },
  substack: {
    name: 'Substack',
    format: 'html',
    tables: 'rows',
    quotes: 'paragraphs',
    items: 'kept',
    loneAddresses: 'named',
    markup: 'bare',
    linePictures: 'kept',
    pictures: 'byHand',
    contents: 'substack',
  },
  ghost: {
    name: 'Ghost',
    format: 'html',
    tables: 'kept',
    quotes: 'split',
    items: 'lines',
    loneAddresses: 'named',
    markup: 'bare',
    linePictures: 'alone',
    pictures: 'byHand',
    contents: 'ghost',
  },
  buttondown: {
    name: 'Buttondown',
    ...KEPT,
    format: 'markdown',
    pictures: 'byHand',
    mostBytes: MAIL.mostBytes,
  },
  beehiiv: { name: 'beehiiv', ...MAIL, loneAddresses: 'named', markup: 'bare' },
  mailchimp: { name: 'Mailchimp', ...MAIL, markup: 'bare' },
  email: { ...MAIL, name: 'Email' },
} as const satisfies Record<string, Target>;

export type TargetId = keyof typeof TARGETS;
export const TARGET_IDS = Object.keys(TARGETS) as TargetId[];

/** The stored id of a target if it is a known one, otherwise Markdown. */
export function targetIdOf(stored: string | undefined): TargetId {
  return TARGET_IDS.find((id) => id === stored) ?? 'markdown';
}
