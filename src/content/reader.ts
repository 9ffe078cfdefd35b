import type { CapturedPage } from '../news/captured-page';
import { readFields } from '../reading/page';
import { call, get } from '../reading/dom/node-property';

/** What the injected file puts into the page's isolated world: one global, overwritten at each injection. */
export interface PageReader {
  /** `undefined` where the page is no article. The build calls it where the file ends, so that injecting answers. */
  readPage: () => ReadPage | undefined;
}

type ReadPage = Omit<CapturedPage, 'passages'> & {
  /** Whether something may be selected: then the quote reader is asked for the passages. */
  mayHavePassages: boolean;
};

declare global {
  var clipsheetReader: PageReader;
}

globalThis.clipsheetReader = {
  readPage: () =>
    hasWords(get(document, 'contentType'))
      ? {
          location: location.href,
          ...readFields(document, location.href),
          mayHavePassages: mayHaveSelection(),
          ...readLoadState(),
        }
      : undefined,
};

/** What a browser shows in a viewer of its own (PDF, pictures, JSON) has no words that we could read. */
function hasWords(contentType: string): boolean {
  return /html|xml|^text\/plain/u.test(contentType);
}

/** What the browser knows of the loading: a page that has given itself another address since is not what the server answered. */
function readLoadState(): Pick<CapturedPage, 'errorStatus' | 'isLoading'> {
  const [answer] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const isShown = answer?.name.split('#')[0] === location.href.split('#')[0];
  const status = isShown ? (answer?.responseStatus ?? 0) : 0;
  return {
    ...(status >= 400 && { errorStatus: status }),
    ...(get(document, 'readyState') === 'loading' && { isLoading: true }),
  };
}

/** What is selected in a shadow root, a field or a frame is no selection of the document, but it has the caret or the focus. */
function mayHaveSelection(): boolean {
  return (
    call(document, 'getSelection')?.type !== 'None' ||
    get(document, 'activeElement') !== get(document, 'body')
  );
}
