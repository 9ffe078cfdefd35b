import type { Candidate } from '../news/candidate';
import type { Evidence } from './evidence';
import { nodesAt, textsAt, typesOf } from './json-ld';
import { metaContents } from './meta-tags';
import { gatherCandidates, tidyText, type Source } from './source';
import { textOf } from './visible-text';

const BYLINE =
  '[rel~="author"], [class*="byline" i], [class*="author-name" i], [class*="author" i], [id*="byline" i]';

/** Where the names of the authors stand, most trustworthy first. Each candidate is one byline: names joined by commas. */
const SOURCES: readonly Source[] = [
  { name: 'json-ld', read: (evidence) => [joined(jsonLdAuthors(evidence))] },
  {
    name: 'microdata',
    read: ({ microdata }) => [
      joined(microdata.filter(({ name }) => name === 'author').map(({ value }) => value)),
    ],
  },
  {
    name: 'meta author',
    read: ({ metaTags }) => [
      joined(
        metaContents(
          metaTags,
          'author',
          'article:author_name',
          'parsely-author',
          'sailthru.author',
          'dc.creator',
          'byl',
          'dcsext.author',
          'dc.contributor',
        ),
      ),
    ],
  },
  {
    name: 'rel author',
    read: ({ document }) => [
      joined(
        [...document.querySelectorAll('a[rel~="author"]')].slice(0, 10).map((link) => textOf(link, 200)),
      ),
    ],
  },
  {
    name: 'byline in the page',
    read: ({ document }) =>
      [...document.querySelectorAll(BYLINE)].slice(0, 10).map((element) => textOf(element, 200)),
  },
];

/** The candidates for the byline. */
export function readByline(evidence: Evidence): Candidate[] {
  return gatherCandidates(SOURCES, evidence, tidyByline);
}

/** The names in a byline, in the order printed. */
export function namesInByline(byline: string | undefined): string[] {
  if (byline === undefined) return [];
  return byline
    .split(/\s*[,;、，；|·/&]\s*|\s+(?:and|und|et|y|и|con|with)\s+/u)
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .slice(0, 50);
}

/** `By` and its like cut; `undefined` where it is an address, a handle or too long for names. */
export function tidyByline(text: string): string | undefined {
  const byline = tidyText(text)?.replace(
    /^(?:by|von|par|por|di|автор|作者|文|記者|记者)\s*[:：]?\s+|^(?:作者|记者|記者)[:：]/iu,
    '',
  );
  if (byline === undefined || byline === '' || byline.length > 200) return undefined;
  return /^(?:https?:|@)/iu.test(byline) ? undefined : byline;
}

function joined(names: (string | undefined)[]): string | undefined {
  const tidy = [...new Set(names.map((name) => (name === undefined ? undefined : tidyByline(name))))].filter(
    (name) => name !== undefined,
  );
  return tidy.length === 0 ? undefined : tidy.join(', ');
}

function jsonLdAuthors({ jsonLd, article }: Evidence): string[] {
  const people = nodesAt(jsonLd, article, 'author').filter(
    (node) => !typesOf(node).some((type) => type.endsWith('Organization')),
  );
  const organisations = nodesAt(jsonLd, article, 'author').length - people.length;
  return organisations > 0
    ? people.flatMap((node) => textsAt(jsonLd, { node }, 'node'))
    : textsAt(jsonLd, article, 'author');
}
