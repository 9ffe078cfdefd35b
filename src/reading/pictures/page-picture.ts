import { readBasis } from '../fields/article-basis';
import type { ArticleEvidence } from '../evidence/evidence';
import { nodesAt, textsAt, typesOf, type JsonLdNode } from '../evidence/json-ld';
import { metaContents } from '../evidence/meta-tags';
import { isSamePicture, pictureAddress } from './picture-address';
import { wordsOfPicture, type PictureWords } from './picture-words';
import { listPictures, type ShownPicture } from './shown-pictures';
import { call, get } from '../dom/node-property';

/** The lead picture as the page has it. Caption and credit are separated later, outside the page. */
export interface FoundPicture extends PictureWords {
  address: string;
  /** The name of the source that found it. */
  source: string;
}

/** A picture that the page names in its metadata. */
interface DeclaredPicture extends PictureWords {
  address: string;
  source: string;
}

interface Pictures {
  shown: readonly ShownPicture[];
  /** Without those that the page shows as something else. */
  declared: readonly DeclaredPicture[];
}

/** Where the lead picture may be, the most trustworthy first: what a reader sees comes before what is only in the metadata. */
const SOURCES: readonly { name: string; find: (pictures: Pictures) => ShownPicture | undefined }[] = [
  {
    name: 'near the headline, as declared',
    find: ({ shown, declared }) =>
      shown.find((picture) => picture.isNearHeadline && isDeclared(picture, declared)),
  },
  {
    name: 'shown, as declared',
    find: ({ shown, declared }) =>
      shown.find((picture) => !picture.isOfOthers && isDeclared(picture, declared.slice(0, 1))),
  },
  {
    name: 'near the headline',
    find: ({ shown }) =>
      shown.find(
        ({ isNearHeadline, isOfOthers, isLarge, element }) =>
          isNearHeadline && !isOfOthers && (isLarge || call(element, 'closest', 'figure') !== null),
      ),
  },
];

/**
 * Finds the lead picture's address and the text below it; `undefined` if the page has none. Loads nothing, and does not throw
 * whatever the page does.
 * @param location the page's address (`location.href`)
 */
export function readLeadPicture(document: Document, location: string): FoundPicture | undefined {
  try {
    return findPicture(readBasis(document, location).evidence);
  } catch (error) {
    console.debug('Clipsheet: lead picture', error); // the page is hostile or broken; its text is still read
    return undefined;
  }
}

function findPicture(evidence: ArticleEvidence): FoundPicture | undefined {
  const { shown, ornaments } = listPictures(evidence);
  const declared = declaredPictures(evidence).filter(
    (picture) => !ornaments.some((address) => isSamePicture(address, picture.address)),
  );
  for (const { name, find } of SOURCES) {
    const picture = find({ shown, declared });
    if (picture === undefined) continue;
    const { address, element } = picture;
    const named = declared.find((other) => isSamePicture(other.address, address));
    return { ...withWords(wordsOfPicture(element, evidence), named), address, source: name };
  }
  return declared[0];
}

function isDeclared({ address }: ShownPicture, declared: readonly DeclaredPicture[]): boolean {
  return declared.some((other) => isSamePicture(other.address, address));
}

/** The words that the page shows, or those in its metadata if it shows none. */
function withWords(shown: PictureWords, named: PictureWords | undefined): PictureWords {
  return {
    alternative: shown.alternative ?? named?.alternative,
    caption: shown.caption ?? named?.caption,
    credit: shown.credit ?? (shown.caption === undefined ? named?.credit : undefined),
  };
}

function declaredPictures(evidence: ArticleEvidence): DeclaredPicture[] {
  const { metaTags, document } = evidence;
  const [alternative] = metaContents(metaTags, 'og:image:alt', 'twitter:image:alt');
  const ofMeta = (...names: string[]) =>
    metaContents(metaTags, ...names).map((written) => ({ written, source: names[0] ?? '', alternative }));
  const found = [
    ...ofMeta('og:image', 'og:image:url', 'og:image:secure_url'),
    ...ofArticle(evidence),
    ...ofMeta('twitter:image', 'twitter:image:src'),
  ];
  return found.flatMap(({ written, ...picture }) => {
    const address = pictureAddress(written, get(document, 'baseURI'));
    return address === undefined ? [] : [{ ...picture, address }];
  });
}

/** `image` of the article's node: addresses, or ImageObjects with texts. */
function ofArticle({
  jsonLd,
  article,
}: ArticleEvidence): (PictureWords & { written: string; source: string })[] {
  const plain = article?.['image'];
  const addresses = (Array.isArray(plain) ? plain : [plain]).filter((one) => typeof one === 'string');
  const objects = nodesAt(jsonLd, article, 'image').filter((node) => !typesOf(node).includes('Person'));
  return [
    ...objects.flatMap((node) => {
      const [written] = [...textsAt(jsonLd, node, 'url'), ...textsAt(jsonLd, node, 'contentUrl')];
      return written === undefined ? [] : [{ written, source: 'json-ld', ...wordsOfNode(node) }];
    }),
    ...addresses.map((written) => ({ written, source: 'json-ld' })),
  ];

  function wordsOfNode(node: JsonLdNode): PictureWords {
    const of = (...names: string[]) => names.flatMap((name) => textsAt(jsonLd, node, name))[0];
    return {
      caption: of('caption'),
      credit: of('creditText', 'copyrightHolder', 'creator', 'author', 'copyrightNotice'),
    };
  }
}
