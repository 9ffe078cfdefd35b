import type { Translate } from './translation-context';

/** A newsletter that can be chosen. */
export interface NamedNewsletter {
  id: string;
  /** The masthead. Absent: it has none yet. */
  title?: string;
}

/** What a newsletter is called: its masthead, else its number in the list. */
export function nameNewsletter(
  newsletters: readonly NamedNewsletter[],
  id: string,
  translate: Translate,
): string {
  const place = newsletters.findIndex((each) => each.id === id);
  return newsletters[place]?.title ?? translate('uiNewsletterNumber', String(place + 1));
}
