import * as v from 'valibot';
import { articleKeyOfClip, clipContentSchema, type Clip } from '../clip';
import type { Quote } from '../quote';
import { tidyLine } from '../text/plain-text';
import { mergeClipContents } from './clip-merge';
import { fillContent } from './filled-content';

/**
 * Adds another clip of the same story to a clip: its quotes with speakers and translations, its comment and its related headlines.
 * If both are of the same article, it also fills in the fields that the clip lacks. Otherwise its headline and outlet become a
 * related headline, and its quotes lose their positions, which are those of another page.
 */
export function mergeStory(clip: Clip, other: Clip): Clip {
  const key = articleKeyOfClip(clip);
  const isSameArticle = key !== undefined && key === articleKeyOfClip(other);
  const content = v.parse(clipContentSchema, other);
  const quotes = isSameArticle ? content.quotes : content.quotes.map(withoutPosition);
  const merged = mergeClipContents(clip, { ...content, quotes });
  const headline = isSameArticle
    ? undefined
    : tidyLine([other.headline, other.outlet].filter(Boolean).join(' – '));
  const lines = [
    ...(clip.relatedHeadlines ?? []),
    ...(headline === undefined ? [] : [headline]),
    ...(other.relatedHeadlines ?? []),
  ];
  const { relatedHeadlines: _, sectionId: _section, ...fields } = content;
  const filled = isSameArticle ? fillContent(merged, fields) : merged;
  return { ...filled, ...(lines.length > 0 && { relatedHeadlines: [...new Set(lines)] }) };
}

function withoutPosition({ textQuote, textPosition, fragment, ...quote }: Quote): Quote {
  return quote;
}
