import type { Issue } from '../../src/news/issue';
import type { Preferences } from '../../src/news/preferences';
import { hasTitle } from './section-titles';

const FIELDS = ['title', 'subtitle', 'signOff'] as const;

/** What the preferences contain and an earlier issue lacks. Nothing in the issue is replaced. */
export interface Supplement {
  fields: Pick<Issue, (typeof FIELDS)[number]>;
  sections: Issue['sections'];
}

/** Returns `undefined` if the issue lacks nothing. */
export function findSupplement(
  issue: Issue,
  preferences: Preferences,
  newId: () => string,
): Supplement | undefined {
  const lacking = FIELDS.filter((field) => issue[field] === undefined && preferences[field] !== undefined);
  const fields = Object.fromEntries(lacking.map((field) => [field, preferences[field]]));
  const titles = issue.sections.map((section) => section.title);
  const sections = preferences.standingSections
    .filter((title) => !hasTitle(titles, title))
    .map((title) => ({ id: newId(), title }));
  return lacking.length + sections.length === 0 ? undefined : { fields, sections };
}

export function addSupplement(issue: Issue, { fields, sections }: Supplement): Issue {
  return { ...fields, ...issue, sections: [...issue.sections, ...sections] };
}

/** Removes a supplement again, except what has been edited since. */
export function withoutSupplement(issue: Issue, { fields, sections }: Supplement): Issue {
  const left = Object.entries(issue).filter(
    ([field, value]) => !FIELDS.some((name) => name === field && value === fields[name]),
  );
  const isOfSupplement = ({ id, title }: Issue['sections'][number]) =>
    sections.some((section) => section.id === id && section.title === title);
  return {
    ...(Object.fromEntries(left) as typeof issue),
    sections: issue.sections.filter((section) => !isOfSupplement(section)),
  };
}
