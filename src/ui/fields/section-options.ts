import type { Section } from '../../news/issue';

/** Where a clip goes: an existing section, a section that is created on saving, or (neither) the inbox. */
export interface SectionChoice {
  sectionId?: string;
  /** The title of the section to be created. */
  newSection?: string;
}

export interface SectionOption {
  choice: SectionChoice;
  /** The place in the issue, counted from 1; 0 is the inbox. Absent if the section has yet to be created. */
  number?: number;
  title: string;
}

/**
 * The sections in order, then the inbox. With typed text, only those that match, best first, then a new section with that title.
 */
export function listSectionOptions(
  sections: readonly Section[],
  inboxTitle: string,
  typed = '',
): SectionOption[] {
  const all = [
    ...sections.map(({ id, title }, index) => ({ choice: { sectionId: id }, number: index + 1, title })),
    { choice: {}, number: 0, title: inboxTitle },
  ];
  const query = foldText(typed);
  if (query === '') return all;
  const matching = all
    .map((option) => ({ option, fit: fitOf(option, query) }))
    .filter(({ fit }) => fit > 0)
    .toSorted((a, b) => b.fit - a.fit)
    .map(({ option }) => option);
  const isTitle = all.some(({ title }) => foldText(title) === query);
  const title = typed.trim().replace(/\s+/gu, ' ');
  return isTitle ? matching : [...matching, { choice: { newSection: title }, title }];
}

/** A number matches best, then the beginning of a title, the beginning of a word, and any other place. 0: no match. */
function fitOf({ number, title }: SectionOption, query: string): number {
  if (String(number) === query) return 4;
  const folded = foldText(title);
  const place = folded.indexOf(query);
  if (place <= 0) return place === 0 ? 3 : 0;
  return /[\p{L}\p{N}]/u.test(folded.charAt(place - 1)) ? 1 : 2;
}

/** Removes case and accents: `elys` finds `Élysée`. */
function foldText(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase().trim().replace(/\s+/gu, ' ');
}
