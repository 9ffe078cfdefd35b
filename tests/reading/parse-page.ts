/** Parses a page of ours with an address of its own. Nothing in it runs or is loaded. */
export function parsePage(markup: string): Document {
  return new DOMParser().parseFromString(markup, 'text/html');
}

/** A whole page around a head and a body. */
export function pageOf({
  head = '',
  body = '',
  lang,
}: {
  head?: string;
  body?: string;
  lang?: string;
}): Document {
  const language = lang === undefined ? '' : ` lang="${lang}"`;
  return parsePage(`<!doctype html><html${language}><head>${head}</head><body>${body}</body></html>`);
}
