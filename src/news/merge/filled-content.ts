import { publicationDay, type ClipContent } from '../clip';

/** Fills in the missing values of `content` from another clip. A clip has at most one date. */
export function fillContent<Content extends ClipContent>(content: Content, from: ClipContent): Content {
  const { publishedAt, publishedOn, ...rest } = from;
  const date = publicationDay(content) === undefined && {
    ...(publishedAt !== undefined && { publishedAt }),
    ...(publishedOn !== undefined && { publishedOn }),
  };
  return { ...rest, ...date, ...content };
}
