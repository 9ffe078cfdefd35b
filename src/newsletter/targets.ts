import type { Anchors } from './contents-links';

/**
 * Where an issue is pasted or sent, one record each: what the editor there keeps, and so how its HTML is shaped. What was
 * verified, and how, is in docs/targets.md.
 */
export interface Target {
  /** What people call it. */
  name: string;
  /** What is put in there: Markdown where it is read, else HTML. */
  format: 'markdown' | 'html';
  /** `rows`: a line a row, for editors without tables. */
  tables: 'kept' | 'rows';
  /**
   * `paragraphs`: nothing but paragraphs in a blockquote, lists as lines with their marks. `split`: and a blockquote for
   * each, where an editor runs the blocks of one together.
   */
  quotes: 'kept' | 'paragraphs' | 'split';
  /** `lines`: the paragraphs of a list's item with line breaks between, where an editor runs them together. */
  items: 'kept' | 'lines';
  /** `named`: an address alone in its paragraph is shown without its scheme, where an editor would embed the page. */
  loneAddresses: 'kept' | 'named';
  /** `<bdi>`, and white space that is no word: line ends between blocks, which some editors show as empty lines. */
  markup: 'kept' | 'bare';
  /** `alone`: no picture in a quote, a link or emphasis, where an editor drops it with what is around it. */
  linePictures: 'kept' | 'alone';
  /** `byHand`: a picture that lies beside the issue is not in what is pasted. */
  pictures: 'kept' | 'byHand';
  /** `plain`: nothing is known of where its headings can be linked to. */
  contents: 'plain' | Anchors;
  /** From so many bytes of HTML on, mail programs cut the mail (Gmail: 102 KB). */
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

/** What was stored as a target's id, if it is one; else Markdown. */
export function targetIdOf(stored: string | undefined): TargetId {
  return TARGET_IDS.find((id) => id === stored) ?? 'markdown';
}
