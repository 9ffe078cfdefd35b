/** Markdown that printers escape in words, in the form of mdast-util-to-markdown, whose own patterns are other ones. */

/** The beginning of a character reference. */
export const REFERENCE = '(?:#\\w+|[A-Za-z]\\w*)(?:;|$)';

const ADDRESSES: ('autolink' | 'link' | 'image' | 'label')[] = ['autolink', 'link', 'image', 'label'];

/** `www.` before a link or a mark: without a backslash it would be an address that ends after them. */
export const UNSAFE_WWW = {
  character: '.',
  before: '(?<![A-Za-z])[Ww]{3}',
  after: '[\\s`*_~!<&(\\[\\\\]',
  inConstruct: 'phrasing' as const,
  notInConstruct: ADDRESSES,
};
