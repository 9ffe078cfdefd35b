import type { Anchors } from './contents-links';
import type { ElementStyles } from './inline-styles';
import type { TemplateTags } from './template-tags';
import type { MarkdownDialect } from './markdown-dialects';

/**
 * The places where an issue is pasted or sent, one record each: what the editor there keeps, and therefore how the issue is
 * adapted. docs/targets.md says what was verified, and how.
 */
export interface Target {
  /** The name that people use. */
  name: string;
  /** The format that is pasted: Markdown if the target reads it, otherwise HTML. */
  format: 'markdown' | 'html';
  /** How Markdown is read there. */
  dialect: MarkdownDialect;
  /** The parts of an issue for which the target has fields of its own. They are left out of the body. */
  fields: readonly ('title' | 'subtitle')[];
  /** `yaml`: these fields are printed before the body, between lines of `---`. */
  frontMatter: 'none' | 'yaml';
  /** The template tags that the target would run, unless an invisible character breaks them. */
  templateTags: 'none' | TemplateTags;
  /** `rows`: one line for each row, for editors without tables. */
  tables: 'kept' | 'rows';
  /** `paragraphs`: only paragraphs in a blockquote, and lists as lines with their markers. */
  quotes: 'kept' | 'paragraphs';
  /** `lines`: the paragraphs of a list item with line breaks between them, for editors that join the paragraphs. */
  items: 'kept' | 'lines';
  /** `joined`: no line end within a paragraph except hard breaks, for editors that show each line end as one. */
  lineEnds: 'kept' | 'joined';
  /** `notes`: a number after the words, and the addresses in a list at the end, for places that remove links. */
  links: 'kept' | 'notes';
  /** `named`: an address alone in its paragraph is shown without its scheme, for editors that would embed the page. */
  loneAddresses: 'kept' | 'named';
  /** `bare`: without `<bdi>` and without white space between blocks, which some editors show as empty lines. */
  markup: 'kept' | 'bare';
  /** `tiptap`: the editor reads pasted text as Markdown, unless it seems to be copied from an editor of its kind. */
  pasteRules: 'none' | 'tiptap';
  /** The inline styles of the elements, for places that have no style of their own. */
  styles: 'none' | ElementStyles;
  /**
   * `alone`: each inline picture becomes a block of its own, outside quotes, lists, links and emphasis, for editors that drop it, or split
   * what surrounds it.
   */
  inlinePictures: 'kept' | 'alone';
  /** `byHand`: pictures that are files next to the issue are left out; the analyst inserts them, because a paste does not include them. */
  pictures: 'kept' | 'byHand';
  /** `plain`: without links, because it is not known how to link to the target's headings. */
  contents: 'plain' | Anchors;
  /** Mail programs cut a mail off from this many bytes of HTML (Gmail: 102 KB). */
  mostBytes?: number;
}

const KEPT = {
  dialect: 'common',
  fields: [],
  frontMatter: 'none',
  templateTags: 'none',
  tables: 'kept',
  quotes: 'kept',
  items: 'kept',
  lineEnds: 'kept',
  links: 'kept',
  loneAddresses: 'kept',
  markup: 'kept',
  pasteRules: 'none',
  styles: 'none',
  inlinePictures: 'kept',
  pictures: 'kept',
  contents: 'plain',
} as const;
const GMAIL = 102 * 1024;
const MAIL = { ...KEPT, format: 'html', tables: 'rows', pictures: 'byHand', mostBytes: GMAIL } as const;
/** Rich editors of web pages, which turn what is pasted into blocks of their own. */
const BLOCKS = {
  ...KEPT,
  format: 'html',
  loneAddresses: 'named',
  markup: 'bare',
  pictures: 'byHand',
} as const;
const NOTE = { ...KEPT, format: 'markdown', lineEnds: 'joined', pictures: 'byHand' } as const;

export const TARGETS = {
  markdown: { ...KEPT, name: 'Markdown', format: 'markdown', templateTags: 'sourceTemplates' },
  substack: {
    ...BLOCKS,
    name: 'Substack',
    fields: ['title', 'subtitle'],
    tables: 'rows',
    quotes: 'paragraphs',
    inlinePictures: 'alone',
    pasteRules: 'tiptap',
    contents: 'substack',
  },
  ghost: {
    ...BLOCKS,
    name: 'Ghost',
    fields: ['title', 'subtitle'],
    quotes: 'paragraphs',
    items: 'lines',
    inlinePictures: 'alone',
    contents: 'ghost',
  },
  wordpress: {
    ...BLOCKS,
    name: 'WordPress',
    fields: ['title'],
    templateTags: 'shortcodes',
    items: 'lines',
    inlinePictures: 'alone',
  },
  buttondown: {
    ...KEPT,
    name: 'Buttondown',
    format: 'markdown',
    dialect: 'old',
    fields: ['title'],
    templateTags: 'templates',
    pictures: 'byHand',
    mostBytes: GMAIL,
  },
  beehiiv: {
    ...MAIL,
    name: 'beehiiv',
    fields: ['title', 'subtitle'],
    templateTags: 'templates',
    loneAddresses: 'named',
    markup: 'bare',
    inlinePictures: 'alone',
    pasteRules: 'tiptap',
  },
  mailchimp: { ...MAIL, name: 'Mailchimp', templateTags: 'mergeTags', markup: 'bare' },
  email: { ...MAIL, name: 'Email (plain)' },
  styledEmail: {
    ...MAIL,
    name: 'Email with fonts and colors (Outlook, Gmail)',
    tables: 'kept',
    markup: 'bare',
    styles: 'mail',
  },
  wechat: {
    ...BLOCKS,
    name: 'WeChat official account',
    fields: ['title'],
    loneAddresses: 'kept',
    links: 'notes',
    styles: 'wechat',
  },
  hugo: {
    ...KEPT,
    name: 'Hugo, Jekyll',
    format: 'markdown',
    dialect: 'old',
    fields: ['title', 'subtitle'],
    frontMatter: 'yaml',
    templateTags: 'sourceTemplates',
    pictures: 'byHand',
  },
  notion: { ...NOTE, name: 'Notion', dialect: 'note', fields: ['title'] },
  obsidian: {
    ...NOTE,
    name: 'Obsidian',
    dialect: 'note',
    fields: ['title', 'subtitle'],
    frontMatter: 'yaml',
    templateTags: 'obsidian',
  },
} as const satisfies Record<string, Target>;

export type TargetId = keyof typeof TARGETS;
export const TARGET_IDS = Object.keys(TARGETS) as TargetId[];

/** The stored id of a target if it is a known one, otherwise Markdown. */
export function targetIdOf(stored: string | undefined): TargetId {
  return TARGET_IDS.find((id) => id === stored) ?? 'markdown';
}
