/** Bundled and run in a page: what Readability and Defuddle read from it. */
import { Readability } from '@mozilla/readability';
import Defuddle from 'defuddle';

export interface PeerReading {
  headline?: string | undefined;
  outlet?: string | undefined;
  authors: string[];
  datePublished?: string | undefined;
  dek?: string | undefined;
  lang?: string | undefined;
  bodyText: string;
  /** Milliseconds. */
  time: number;
}

declare global {
  var clipsheetPeers: Record<string, () => PeerReading>;
}

type Fields = Omit<PeerReading, 'authors' | 'bodyText' | 'time'> & {
  byline: string | null | undefined;
  content: string | null | undefined;
};

globalThis.clipsheetPeers = {
  Readability: () =>
    timed((copy) => {
      const read = new Readability(copy).parse();
      return {
        headline: read?.title ?? undefined,
        outlet: read?.siteName ?? undefined,
        datePublished: read?.publishedTime ?? undefined,
        dek: read?.excerpt ?? undefined,
        lang: read?.lang ?? undefined,
        byline: read?.byline,
        content: read?.content,
      };
    }),
  Defuddle: () =>
    timed((copy) => {
      const read = new Defuddle(copy, { url: location.href }).parse();
      return {
        headline: read.title,
        outlet: read.site,
        datePublished: read.published,
        dek: read.description,
        lang: read.language,
        byline: read.author,
        content: read.content,
      };
    }),
};

function timed(read: (copy: Document) => Fields): PeerReading {
  const start = performance.now();
  const { byline, content, ...fields } = read(document.cloneNode(true) as Document);
  return {
    ...fields,
    authors: byline == null || byline === '' ? [] : [byline],
    time: performance.now() - start,
    bodyText: textOf(content ?? ''),
  };
}

/** The text of markup, with blocks separated. */
function textOf(markup: string): string {
  const parsed = new DOMParser().parseFromString(markup, 'text/html');
  for (const end of parsed.querySelectorAll(
    'p, div, li, td, th, br, h1, h2, h3, h4, h5, h6, blockquote, pre',
  ))
    end.after('\n');
  return parsed.body.textContent;
}
