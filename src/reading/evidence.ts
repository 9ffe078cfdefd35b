import { parseWebAddress } from '../news/address';
import { readJsonLd, type JsonLd, type JsonLdNode } from './json-ld';
import { articleNode } from './json-ld-article';
import { readMetaTags, type MetaTags } from './meta-tags';
import { readMicrodata, type MicrodataProperty } from './microdata';
import type { Opening } from './opening';
import { readLines, type Line } from './page-lines';

/** What a page says of itself, read once for all fields. */
export interface Evidence {
  document: Document;
  /** The address of the page; `undefined` where it is not of the web. */
  address: URL | undefined;
  metaTags: MetaTags;
  jsonLd: JsonLd;
  /** The node of `jsonLd` that describes the article of this page. */
  article: JsonLdNode | undefined;
  microdata: readonly MicrodataProperty[];
  /** The words of the page as a reader sees them. */
  lines: readonly Line[];
  /** The headline, once it is chosen. */
  headline?: string | undefined;
  /** What stands around the headline, once the headline is known. */
  opening?: Opening | undefined;
  /** The language of the text, once it is known. */
  language?: string | undefined;
}

/** Gathers the evidence; a part that fails on what the page does is empty. */
export function gatherEvidence(document: Document, location: string): Evidence {
  const address = parseWebAddress(location);
  const jsonLd = guarded(() => readJsonLd(document), { nodes: [], byId: new Map<string, JsonLdNode>() });
  return {
    document,
    address,
    metaTags: guarded(() => readMetaTags(document), new Map<string, string[]>()),
    jsonLd,
    article: guarded(() => articleNode(jsonLd, address), undefined),
    microdata: guarded(() => readMicrodata(document), []),
    lines: guarded(() => readLines(document), []),
  };
}

function guarded<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch (error) {
    console.debug('Clipsheet: evidence', error); // whatever a page does, the other parts go on
    return otherwise;
  }
}
