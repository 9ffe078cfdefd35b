import type { CapturedPage } from '../news/captured-page';
import { readFields } from '../reading/page';
import { call, get } from '../reading/dom/node-property';

/** What the injected file adds to the page's isolated world: one global, overwritten at each injection. */
export interface PageReader {
  /**
   * `undefined` if the page is not an article. The build adds a call at the end of the file, so that the injection returns the
   * answer.
   */
  readPage: () => ReadPage | undefined;
}

type ReadPage = Omit<CapturedPage, 'passages'> & {
  /** Whether something may be selected. If so, the quote reader is asked for the passages. */
  mayHavePassages: boolean;
};

declare global {
  var clipsheetReader: PageReader;
}

globalThis.clipsheetReader = {
  readPage: () =>
    isReadable(get(document, 'contentType'))
      ? {
          location: location.href,
          ...readFields(document, location.href),
          mayHavePassages: mayHaveSelection(),
          ...readLoadState(),
        }
      : undefined,
};

/** Whether the document has text that we can read. The browser's own viewers (PDF, pictures, JSON) have none. */
function isReadable(contentType: string): boolean {
  return /html|xml|^text\/plain/u.test(contentType);
}

/**
 * The browser's information about loading. If a page has changed its address by script, the status of the server's response
 * does not apply.
 */
function readLoadState(): Pick<CapturedPage, 'errorStatus' | 'isLoading'> {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const isSameAddress = navigation?.name.split('#')[0] === location.href.split('#')[0];
  const status = isSameAddress ? (navigation?.responseStatus ?? 0) : 0;
  return {
    ...(status >= 400 && { errorStatus: status }),
    ...(get(document, 'readyState') === 'loading' && { isLoading: true }),
  };
}

/** A selection in a shadow root, a field or a frame is not the document's selection, but it has the caret or the focus. */
function mayHaveSelection(): boolean {
  return (
    call(document, 'getSelection')?.type !== 'None' ||
    get(document, 'activeElement') !== get(document, 'body')
  );
}
