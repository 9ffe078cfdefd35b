import type { Clip } from '../../src/news/clip';
import type { Issue } from '../../src/news/issue';

/** An issue with one section. */
export const ISSUE: Issue = {
  id: 'issue',
  title: 'The Week',
  sections: [{ id: 'ports', title: 'Ports' }],
  createdAt: '2026-11-20T08:00:00.000Z',
  changedAt: '2026-11-20T08:00:00.000Z',
  revision: 1,
};

/** Long enough to be recognized when it is quoted again. */
export const PASSAGE =
  'The tariff would be one for all three ports, said three people who have read the draft of the decree.';

/** A clip of that section without any problem. */
export function clip(id: string, changes: Partial<Clip> = {}): Clip {
  return {
    id,
    issueId: 'issue',
    sectionId: 'ports',
    address: `https://daily.example/${id}`,
    headline: 'Three ports agree',
    outlet: 'The Daily',
    publishedOn: '2026-11-18',
    showDate: true,
    showLanguage: false,
    quotes: [],
    comment: 'Striking.',
    rank: 'a0',
    clippedAt: '2026-11-20T08:00:00.000Z',
    changedAt: '2026-11-20T08:00:00.000Z',
    revision: 1,
    ...changes,
  };
}

/** Changes to a clip that set its quotes. */
export function quotes(...passages: string[]): Pick<Clip, 'quotes'> {
  return { quotes: passages.map((markdown, place) => ({ id: String(place), markdown })) };
}

/** The same clip without some of its fields, which are then absent. */
export function without(id: string, ...fields: (keyof Clip)[]): Clip {
  return Object.fromEntries(
    Object.entries(clip(id)).filter(([field]) => !fields.includes(field as keyof Clip)),
  ) as Clip;
}
