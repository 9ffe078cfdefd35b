import type { Section } from '../../news/issue';

/** Where a clip goes: a section there is, one to be made on saving, or (neither) unsorted. */
export interface SectionChoice {
  sectionId?: string;
  /** Title of the section to be made. */
  newSection?: string;
}

export interface SectionOption {
  choice: SectionChoice;
  /** Place in the issue, counted from 1; 0 is unsorted. Absent: to be made. */
  number?: number;
  title: string;
}

/** Sections in their order, then unsorted; with words typed, only those that match, best first, then a new one of that title. */
export function listSectionOptions(
  sections: readonly Section[],
  unsortedTitle: string,
  typed = '',
): SectionOption[] {
  const all = [
    ...sections.map(({ id, title }, index) => ({ choice: { sectionId: id }, number: index + 1, title })),
    { choice: {}, number: 0, title: unsortedTitle },
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

/** A number fits best, then a title's beginning, a word's beginning, and any place in it. 0: no fit. */
function fitOf({ number, title }: SectionOption, query: string): number {
  if (String(number) === query) return 4;
  const folded = foldText(title);
  const place = folded.indexOf(query);
  if (place <= 0) return place === 0 ? 3 : 0;
  return /[\p{L}\p{N}]/u.test(folded.charAt(place - 1)) ? 1 : 2;
}

/** Without case and accents: `Élysée` is found by `elys`. */
function foldText(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase().trim().replace(/\s+/gu, ' ');
}
