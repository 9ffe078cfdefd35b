/** A document of a page of ours, at an address of its own: nothing of it runs or is loaded. */
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
