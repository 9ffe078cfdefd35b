import { publicationDay, type ClipContent } from '../clip';

/** `content` with what it lacks filled in from another; a clip has one date at most. */
export function fillContent<Content extends ClipContent>(content: Content, from: ClipContent): Content {
  const { publishedAt, publishedOn, ...rest } = from;
  const date = publicationDay(content) === undefined && {
    ...(publishedAt !== undefined && { publishedAt }),
    ...(publishedOn !== undefined && { publishedOn }),
  };
  return { ...rest, ...date, ...content };
}
