import * as v from 'valibot';
import { ARTICLE_FIELD_NAMES, type ArticleField } from '../article-fields';
import { articleKeyOfClip, clipContentSchema, publicationDay, type Clip, type ClipContent } from '../clip';
import { newAuthor, type Author } from '../edits/author';
import { isSame } from '../edits/deep-equality';
import { digestOf } from '../edits/digest';
import { printInOrder } from '../edits/ordered-json';
import { mergeClipContents } from './clip-merge';
import { fillContent } from './filled-content';

/** Whether all clips are of one article. Only then is one clip enough: it has one link, one date, and quotes of one page. */
export function areOfOneArticle(clips: readonly Clip[]): boolean {
  const [key, ...others] = clips.map(articleKeyOfClip);
  return key !== undefined && others.every((other) => other === key);
}

/**
 * Adds another clip of the same article to a clip: its quotes with their positions, speakers and translations, its comment, its related
 * headlines, and the fields that the clip lacks.
 */
export function mergeArticleClips(clip: Clip, other: Clip): Clip {
  const { sectionId: _, ...content } = v.parse(clipContentSchema, other);
  const related = new Set([...(clip.relatedHeadlines ?? []), ...(other.relatedHeadlines ?? [])]);
  return {
    ...fillContent(mergeClipContents(clip, content), content),
    ...(related.size > 0 && { relatedHeadlines: [...related] }),
  };
}

/** The fields of which a clip has one value. The addresses of one article may differ, but lead to the same. */
type SingleField = Exclude<ArticleField, 'address'> | 'archiveAddress' | 'alternativeAddress';
const SINGLE_FIELDS: readonly SingleField[] = [
  ...ARTICLE_FIELD_NAMES.filter((name) => name !== 'address'),
  'archiveAddress',
  'alternativeAddress',
];

/** The fields in which another clip differs from the one that it was merged into: its values stay with it in the bin. */
export function fieldsNotTaken(merged: Clip, other: Clip): (SingleField | 'quotes')[] {
  const valueOf = (clip: ClipContent, name: SingleField) =>
    name === 'published' ? publicationDay(clip) : clip[name];
  const differing = SINGLE_FIELDS.filter((name) => {
    const value = valueOf(other, name);
    return value !== undefined && value !== valueOf(merged, name);
  });
  const areQuotesKept = other.quotes.every(({ markdown, speaker, translation }) =>
    merged.quotes.some(
      (quote) =>
        quote.markdown === markdown &&
        isSame(
          [quote.speaker, quote.translation],
          [speaker ?? quote.speaker, translation ?? quote.translation],
        ),
    ),
  );
  return areQuotesKept ? differing : [...differing, 'quotes'];
}

/**
 * The author of what merging does to a clip. It is the same on every machine that merges these versions, so that what two machines have
 * inserted is the same when they exchange it.
 */
export function authorOfMerge(clip: Clip, merged: readonly Clip[]): Author {
  const versions = [clip, ...merged].map(({ changedAt, revision, ...version }) => version);
  return newAuthor(`merge-${digestOf(printInOrder(versions))}`);
}
