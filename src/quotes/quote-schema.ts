import type { Schema } from 'hast-util-sanitize';

/** What a quote may contain. Links lead to the web or to a mailbox; no other attribute of a page is allowed. */
export const QUOTE_SCHEMA: Schema = {
  tagNames: [
    ...['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'pre'],
    ...['div', 'article', 'section', 'main', 'aside', 'header', 'footer', 'figure', 'figcaption', 'address'],
    ...['details', 'summary', 'table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'br', 'hr'],
    ...['a', 'em', 'i', 'cite', 'dfn', 'var', 'strong', 'b', 'code', 'kbd', 'samp', 'tt', 'del', 's', 'q'],
    ...['strike', 'sub', 'sup', 'mfrac', 'msqrt', 'mroot', 'mrow'],
  ],
  strip: [
    ...['script', 'style', 'noscript', 'template', 'title', 'button', 'select', 'textarea', 'iframe'],
    ...['object', 'svg', 'math', 'rt', 'rp', 'audio', 'video', 'canvas'],
  ],
  attributes: { a: ['href'], ol: ['start'] },
  protocols: { href: ['http', 'https', 'mailto'] },
  ancestors: { li: ['ul', 'ol'], dt: ['dl'], dd: ['dl'] },
  clobber: [],
  required: {},
};

/** Pasted content may also contain pictures of the web: the analyst sees them and their addresses while editing. */
export const PASTED_SCHEMA: Schema = {
  ...QUOTE_SCHEMA,
  tagNames: [...(QUOTE_SCHEMA.tagNames ?? []), 'img'],
  attributes: { ...QUOTE_SCHEMA.attributes, img: ['src', 'alt'] },
  protocols: { ...QUOTE_SCHEMA.protocols, src: ['http', 'https'] },
};
