import type { Candidate } from '../news/candidate';
import type { ArticleEvidence } from './evidence';
import { wordKey } from './headline-comparison';
import { nodesAt, textsAt, typesOf } from './json-ld';
import { metaContents } from './meta-tags';
import { ofKind } from './page-kinds';
import { isFullName, isPlainlyName, namesOfPeople } from './person-names';
import { gatherCandidates, type Source } from './source';
import {
  labelledBylines,
  namedBylines,
  namedBylinesElsewhere,
  namesBesideDate,
  speakers,
} from './visible-byline';
import { textOf } from './visible-text';

const AUTHOR_TAGS = [
  'author', 'article:author', 'parsely-author', 'dc.creator', 'byl', 'sailthru.author',
]; // prettier-ignore

/**
 * Where the names of the authors stand, most trustworthy first. A candidate is one byline: the names of people joined by
 * commas. What a page shows as a byline comes before what metadata say, which often name the site or one of several.
 */
const SOURCES: readonly Source<ArticleEvidence>[] = [
  { name: 'kind of page', read: ofKind('byline') },
  { name: 'json-ld', read: (evidence) => [joined(jsonLdAuthors(evidence))] },
  { name: 'labelled line', read: labelledBylines },
  { name: 'line named byline', read: namedBylines },
  { name: 'speaker', read: speakers },
  {
    name: 'meta author',
    read: (evidence) => authorTags(evidence, AUTHOR_TAGS).map((text) => joined([text])),
  },
  { name: 'beside the date', read: namesBesideDate },
  { name: 'line named byline elsewhere', read: namedBylinesElsewhere, isLastResort: true },
  {
    name: 'rel author',
    read: ({ elements }) => [joined(elements.authorLinks.slice(0, 1).map((link) => textOf(link, 200) ?? ''))],
  },
  { name: 'organisation as author', read: organisations },
];

/** The candidates for the byline. Where one that stands in the page names all of the best one's authors and more, it is whole. */
export function readByline(evidence: ArticleEvidence): Candidate[] {
  const found = gatherCandidates(SOURCES, evidence, (text) => {
    const names = namesInByline(text).filter(
      (name) => !evidence.outletKeys.has(wordKey(name)) || isShownPerson(name, evidence),
    );
    return names.length === 0 ? undefined : names.join(', ');
  });
  const [best] = found;
  const whole = found.find(
    ({ value, source }) => source.includes('line') && best !== undefined && isPartOf(best.value, value),
  );
  return whole === undefined ? found : [whole, ...found.filter((candidate) => candidate !== whole)];
}

/** But for the editor in charge (责任编辑), whom some Chinese sites name there. */
function authorTags({ metaTags, lines }: ArticleEvidence, names: string[]): string[] {
  const editors = lines.filter(({ text }) => /[责責]任?[编編]/u.test(text));
  return metaContents(metaTags, ...names).filter((name) => editors.every(({ text }) => !text.includes(name)));
}

/** Somebody who publishes under their own name: declared a person, and named alone in a line of the opening. */
function isShownPerson(name: string, { jsonLd, article, opening }: ArticleEvidence): boolean {
  return (
    isPlainlyName(name) &&
    opening?.below.some(({ text }) => text === name) === true &&
    nodesAt(jsonLd, article, 'author').some(
      (node) => typesOf(node).includes('Person') && textsAt(jsonLd, { node }, 'node').includes(name),
    )
  );
}

function isPartOf(byline: string, other: string): boolean {
  const parts = namesInByline(byline);
  const names = namesInByline(other);
  const added = names.filter((name) => !parts.includes(name));
  return (
    parts[0] === names[0] &&
    parts.every((part) => names.includes(part)) &&
    added.length > 0 &&
    added.every(isFullName)
  );
}

/** The names in a byline, in the order printed. */
export function namesInByline(byline: string | undefined): string[] {
  return byline === undefined
    ? []
    : byline
        .split(', ')
        .filter((name) => name !== '')
        .slice(0, 50);
}

function joined(texts: readonly string[]): string | undefined {
  const names = [...new Set(texts.flatMap(namesOfPeople))];
  return names.length === 0 ? undefined : names.join(', ');
}

/** An agency or a desk that is declared as the author: it counts where no person is named, and the page shows it. */
function organisations(evidence: ArticleEvidence): string[] {
  const { jsonLd, article, lines } = evidence;
  const named = [...textsAt(jsonLd, article, 'author'), ...authorTags(evidence, ['author'])];
  const isShown = (name: string) => lines.some(({ text }) => text.includes(name));
  return named.filter(
    (name) =>
      name.length <= 40 &&
      isShown(name.trim()) &&
      !/[@:/{\d]|,|\s[-–]\s|^(?:admin\w*|editor|guest|unknown|no author|name)$/iu.test(name),
  );
}

/** People, not organisations; an author who is written as JSON in a string is a name all the same. */
function jsonLdAuthors({ jsonLd, article }: ArticleEvidence): string[] {
  const organisations = nodesAt(jsonLd, article, 'author')
    .filter((node) => typesOf(node).some((type) => type.endsWith('Organization')))
    .flatMap((node) => textsAt(jsonLd, { node }, 'node'));
  return textsAt(jsonLd, article, 'author')
    .filter((name) => !organisations.includes(name))
    .map((name) => /"name"\s*:\s*"([^"]+)"/u.exec(name)?.[1] ?? name);
}
