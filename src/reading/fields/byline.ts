import type { Candidate } from '../../news/candidate';
import { creditsAfterText, WRITTEN_BY } from './closing-credit';
import type { ArticleEvidence } from '../evidence/evidence';
import { wordKey } from '../evidence/headline-comparison';
import { nodesAt, textsAt, typesOf } from '../evidence/json-ld';
import { metaContents } from '../evidence/meta-tags';
import { ofKind } from './page-kinds';
import { isFullName, isUnlabelledName, namesOfPeople } from './person-names';
import { organisationsInBylines } from './printed-organisation';
import { gatherCandidates, tidyText, type Source } from './source';
import { unlabelledBylines } from './unlabelled-byline';
import { labelledBylines, namedBylines, namedBylinesElsewhere } from './visible-byline';
import { textOf } from '../dom/visible-text';

const AUTHOR_TAGS = [
  'author', 'article:author', 'parsely-author', 'dc.creator', 'byl', 'sailthru.author',
]; // prettier-ignore

/**
 * Where pages name the authors, the most trustworthy first. A candidate is one byline: the names of people, joined by commas. A
 * byline that the page shows comes before metadata, which often name the site or only one of several authors.
 */
const SOURCES: readonly Source<ArticleEvidence>[] = [
  { name: 'kind of page', read: ofKind('byline') },
  { name: 'json-ld', read: (evidence) => [joined(jsonLdAuthors(evidence))] },
  { name: 'labelled line', read: labelledBylines },
  { name: 'line named byline', read: namedBylines },
  { name: 'meta author', read: declaredAuthors },
  { name: 'microdata', read: microdataAuthors },
  { name: 'without a label', read: unlabelledBylines },
  { name: 'organisation in the byline', read: organisationsInBylines },
  { name: 'credit after the text', read: creditsAfterText, isLastResort: true },
  { name: 'line named byline elsewhere', read: bylinesElsewhere, isLastResort: true },
  {
    name: 'rel author',
    read: ({ elements }) => [joined(elements.authorLinks.slice(0, 1).map((link) => textOf(link, 200) ?? ''))],
  },
  { name: 'organisation as author', read: organisations },
];

/** The candidates for the byline; the most complete of the best ones comes first. */
export function readByline(evidence: ArticleEvidence): Candidate[] {
  const declared = declaredPersons(evidence);
  const found = gatherCandidates(SOURCES, evidence, (text) => {
    const names = namesInByline(text);
    const others = names.filter((name) => !evidence.outletKeys.has(wordKey(name)));
    const left =
      others.length > 0 ? others : names.filter((name) => isUnlabelledName(name) && declared.has(name));
    return left.length === 0 ? undefined : left.join(', ');
  });
  const [best] = found;
  const fuller =
    best && found.find((other) => isFuller(other, best) || isShownInstead(other, best, evidence));
  return fuller === undefined ? found : [fuller, ...found.filter((candidate) => candidate !== fuller)];
}

/** The persons whom the metadata declare as authors, even of a site with the same name. Empty if the author is an organization. */
function declaredPersons(evidence: ArticleEvidence): Set<string> {
  const persons = [
    joined(jsonLdAuthors(evidence)),
    ...declaredAuthors(evidence),
    ...microdataAuthors(evidence),
  ];
  const declared = new Set(persons.flatMap(namesInByline));
  const { jsonLd, article } = evidence;
  if (textsAt(jsonLd, article, 'author').length > 0 && jsonLdAuthors(evidence).length === 0) declared.clear();
  return declared;
}

/** Whether a byline in the page names all authors of another one and more, or a declared byline has their full names. */
function isFuller({ value, source }: Candidate, best: Candidate): boolean {
  const [first = '', ...others] = namesInByline(best.value);
  const isFirstNames = [first, ...others].every((name) => !isFullName(name));
  return source.includes('line')
    ? isPartOf(best.value, value)
    : isFirstNames && namesInByline(value).some((name) => name.startsWith(`${first} `));
}

/** Whether the page shows this byline but never shows the names in its metadata, which also contain logins and editors. */
function isShownInstead({ source }: Candidate, best: Candidate, { lines }: ArticleEvidence): boolean {
  return (
    best.source === 'json-ld' &&
    (source === 'labelled line' || source === 'line named byline') &&
    !namesInByline(best.value).some((name) =>
      lines.some(({ text }) => text.toLowerCase().includes(name.toLowerCase())),
    )
  );
}

/** The authors in meta tags, including those that Twitter cards label. */
function declaredAuthors(evidence: ArticleEvidence): (string | undefined)[] {
  const [label = ''] = metaContents(evidence.metaTags, 'twitter:label1');
  const onCard = WRITTEN_BY.test(label) ? metaContents(evidence.metaTags, 'twitter:data1') : [];
  return [...authorTags(evidence, AUTHOR_TAGS), ...onCard].map((text) => {
    const [first = '', ...rest] = text.split(/\s[-–|]\s/u);
    const name = (evidence.outletKeys.has(wordKey(first)) ? rest[0] : undefined) ?? first; // `The Courier - Ada Ames`
    return /^[A-Z]{2,}$/u.test(name) ? undefined : joined([name]);
  });
}

function microdataAuthors({ microdata }: ArticleEvidence): (string | undefined)[] {
  const ofPage = microdata.filter(
    ({ name, ownerType = 'WebPage' }) => name === 'author' && /Article$|Posting$|^WebPage$/u.test(ownerType),
  );
  return [joined(ofPage.map(({ value }) => value))];
}

/** Leaves out the editor in charge (责任编辑), whom some Chinese sites name there. */
function authorTags({ metaTags, lines }: ArticleEvidence, names: string[]): string[] {
  const editors = lines.filter(({ text }) => /[责責]任?[编編]/u.test(text));
  return metaContents(metaTags, ...names).filter((name) => editors.every(({ text }) => !text.includes(name)));
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

/** The names in a byline, in the printed order. */
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

/** Bylines anywhere in the page. None if an author is declared, such as the outlet or its team: then they are of other stories. */
function bylinesElsewhere(evidence: ArticleEvidence): Iterable<string> {
  const declared = [
    ...textsAt(evidence.jsonLd, evidence.article, 'author'),
    ...authorTags(evidence, ['author']),
  ];
  return declared.length > 0 ? [] : namedBylinesElsewhere(evidence);
}

/** An agency or an institute that is declared as the author. It is used if no person is named. */
function organisations(evidence: ArticleEvidence): string[] {
  const { jsonLd, article, lines, outletKeys } = evidence;
  const named = [...textsAt(jsonLd, article, 'author'), ...authorTags(evidence, ['author'])].map(
    (name) => tidyText(name) ?? '',
  );
  const isShown = (name: string) => lines.some(({ text }) => text.includes(name));
  return named.filter(
    (name) =>
      name !== '' &&
      isShown(name) &&
      name.length <= 40 &&
      !outletKeys.has(wordKey(name)) &&
      !/[@:/{\d]|,|\s[-–]\s|^(?:admin\w*|editor|guest|unknown|no author|name)$/iu.test(name),
  );
}

/** Only people, not organizations. An author in the form of JSON in a string is accepted as well. */
function jsonLdAuthors({ jsonLd, article }: ArticleEvidence): string[] {
  const organisations = nodesAt(jsonLd, article, 'author')
    .filter((node) => typesOf(node).some((type) => type.endsWith('Organization')))
    .filter((node) => !typesOf(node).includes('Person'))
    .flatMap((node) => textsAt(jsonLd, { node }, 'node'));
  return textsAt(jsonLd, article, 'author')
    .filter((name) => !organisations.includes(name))
    .map((name) => /"name"\s*:\s*"([^"]+)"/u.exec(name)?.[1] ?? name);
}
