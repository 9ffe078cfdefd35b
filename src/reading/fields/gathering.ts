import { parseWebAddress } from '../../news/address';
import { closestFinder } from '../dom/closest';
import type { Evidence } from '../evidence/evidence';
import { readJsonLd, type JsonLdNode } from '../evidence/json-ld';
import { articleNode } from '../evidence/json-ld-article';
import { readMetaTags } from '../evidence/meta-tags';
import { readMicrodata } from '../evidence/microdata';
import { keysOfOutlet } from './outlet-name';
import { listElements } from '../evidence/page-elements';
import { readPageLines } from '../evidence/page-lines';

/** Collects the evidence. A part that fails because of the page is empty. */
export function gatherEvidence(document: Document, location: string): Evidence {
  const address = parseWebAddress(location);
  const elements = listElements(document);
  const jsonLd = guarded(() => readJsonLd(document), { nodes: [], byId: new Map<string, JsonLdNode>() });
  const declared = {
    address,
    jsonLd,
    article: guarded(() => articleNode(jsonLd, address), undefined),
    metaTags: guarded(() => readMetaTags(elements.metas), new Map<string, string[]>()),
  };
  return {
    ...declared,
    document,
    elements,
    microdata: guarded(() => readMicrodata(elements.properties), []),
    outletKeys: guarded(() => keysOfOutlet(declared), new Set<string>()),
    lines: guarded(() => readPageLines(document), []),
    closest: closestFinder(),
  };
}

function guarded<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch (error) {
    console.debug('Clipsheet: evidence', error); // whatever the page does, the other parts are read
    return otherwise;
  }
}
