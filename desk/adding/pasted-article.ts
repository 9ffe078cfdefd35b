import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { parseWebAddress } from '../../src/news/address';
import { tidyLine } from '../../src/news/text/plain-text';
import { parseMarkdown } from '../../src/newsletter/markdown/markdown-syntax';
import { markdownFromForeignText } from '../../src/quotes/quote-of-passage';
import { paragraphsFromPdf } from '../../src/quotes/pdf-text';
import { readMailHead, type MailHead } from './mail-head';

/** What was found in pasted content. */
export interface PastedArticle {
  address?: string;
  headline?: string;
  /** `YYYY-MM-DD`, of a mail. */
  day?: string;
  /** Markdown. */
  passage?: string;
}

/** Longer lines are no headlines. In characters. */
const LONGEST_HEADLINE = 200;
/** The headline and the address are among the first blocks. */
const LOOKED_AT = 4;
/** A longer passage is cut, as in quotes from pages. In characters. */
const LONGEST_PASSAGE = 100_000;

const ADDRESS = /https?:\/\/[^\s<>"']+/iu;
/** Marks that end a sentence, not an address. */
const AFTER_ADDRESS = '.,;:!?)]}»”’，。；：！？）】」』';

/**
 * Reads plain text: the first address in it, a first line that is a headline, or the subject and date of a mail, and the rest as
 * the passage.
 */
export function articleInText(pasted: string): PastedArticle {
  const address = firstAddressIn(pasted);
  const text = (address === undefined ? pasted : pasted.replace(address, '')).trim();
  const mail = readMailHead(text);
  if (mail) return { ...found(address, tidyLine(mail.headline), markdownOf(mail.rest)), ...dayOf(mail) };
  const [first = '', ...others] = text.split(/[\r\n]+/u).filter((line) => /[\p{L}\p{N}]/u.test(line));
  const isTitled = (address !== undefined || others.length > 0) && isHeadline(first, others[0]);
  const isSet = paragraphsFromPdf(text) !== text; // lines of a column
  const headline = isTitled && !isSet ? tidyLine(first) : undefined;
  const passage = headline === undefined ? [first, ...others].join('\n') : others.join('\n');
  return found(address, headline, markdownOf(passage));
}

function markdownOf(text: string): string {
  return markdownFromForeignText(paragraphsFromPdf(text));
}

function dayOf({ day }: MailHead): { day?: string } {
  return day === undefined ? {} : { day };
}

function firstAddressIn(text: string): string | undefined {
  const found = ADDRESS.exec(text)?.[0];
  let end = found?.length ?? 0;
  while (end > 0 && AFTER_ADDRESS.includes(found?.charAt(end - 1) ?? '')) end -= 1;
  return found?.slice(0, end);
}

/** Whether a line is a headline rather than part of a sentence. */
function isHeadline(line: string, next = ''): boolean {
  return line.length <= LONGEST_HEADLINE && !/[,;:，；：]\s*$/u.test(line) && !/^\s*\p{Ll}/u.test(next);
}

/**
 * Reads Markdown that was made of pasted HTML: a heading, or a line that is a link, gives the headline and the address; the rest
 * is the passage.
 *
 * @param text the same content as plain text, which may have an address of its own
 */
export function articleInMarkdown(markdown: string, text: string): PastedArticle {
  const blocks = parseMarkdown(markdown).children;
  const first = blocks.slice(0, LOOKED_AT);
  const title = first.find((block) => block.type === 'heading') ?? first.find(isLinkedLine);
  const linked = title ?? first.find((block) => isBareAddress(block));
  const address = linkIn(title) ?? first.map(addressOf).find(Boolean) ?? soleAddress(text);
  const headline = title && tidyLine(toString(title));
  const passage = blocks
    .filter((block) => block !== title && block !== linked && !isBareAddress(block))
    .map((block) => markdown.slice(block.position?.start.offset, block.position?.end.offset))
    .join('\n\n');
  const [mail, markedMail] = [readMailHead(text), readMailHead(passage)];
  return mail && markedMail
    ? { ...found(address, tidyLine(mail.headline), markedMail.rest), ...dayOf(mail) }
    : found(address, headline, passage);
}

function found(address: string | undefined, headline: string | undefined, passage: string): PastedArticle {
  const kept = passage.trim().slice(0, LONGEST_PASSAGE);
  return {
    ...(address !== undefined && { address }),
    ...(headline !== undefined && { headline }),
    ...(kept !== '' && { passage: kept }),
  };
}

/** A short paragraph that is one link with words. */
function isLinkedLine(block: RootContent): boolean {
  return (
    block.type === 'paragraph' &&
    soleLink(block) !== undefined &&
    !isBareAddress(block) &&
    toString(block).length <= LONGEST_HEADLINE
  );
}

function isBareAddress(block: RootContent): boolean {
  return block.type === 'paragraph' && parseWebAddress(toString(block).trim()) !== undefined;
}

function addressOf(block: RootContent): string | undefined {
  if (block.type !== 'paragraph') return undefined;
  return soleLink(block) ?? (isBareAddress(block) ? toString(block).trim() : undefined);
}

/** The address of the only content of a paragraph, whatever its emphasis. */
function soleLink({ children }: Paragraph): string | undefined {
  const [node, ...others] = children.filter((child) => toString(child).trim() !== '');
  return others.length > 0 || node === undefined ? undefined : linkIn(node);
}

function linkIn(node: RootContent | PhrasingContent | undefined): string | undefined {
  if (node === undefined) return undefined;
  if (node.type === 'link') return parseWebAddress(node.url)?.href;
  if (!('children' in node)) return undefined;
  for (const child of node.children) {
    const address = linkIn(child);
    if (address !== undefined) return address;
  }
  return undefined;
}

/** The address, if the text is nothing else. */
function soleAddress(text: string): string | undefined {
  return /\s/u.test(text.trim()) ? undefined : parseWebAddress(text.trim())?.href;
}
