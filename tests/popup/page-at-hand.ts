import type { StartupDependencies } from '../../popup/popup-startup';
import type { SavingDependencies } from '../../popup/saving';
import type { Arrangement } from '../../src/news/arrangement';
import type { CapturedPage, Passage } from '../../src/news/captured-page';
import type { Database } from '../../src/storage/database/database';

const ADDRESS = 'https://www.daily.example/talks';

/** A page as the reader returns it, with these paragraphs selected. */
export function pageAtHand(...selected: Passage[]): CapturedPage {
  const from = (value: string) => [{ value, source: 'json-ld' }];
  return {
    location: ADDRESS,
    fields: {
      headline: from('Talks go on'),
      outlet: from('The Daily'),
      sourceCredit: from('Metro Wire'),
      published: from('2023-02-20T09:30:00+03:00'),
      byline: from('A. Writer'),
      dek: from('Nobody left the room'),
      language: from('en'),
      address: from(ADDRESS),
    },
    authors: ['A. Writer'],
    passages: selected,
  };
}

/** A paragraph that begins at this offset of the page's text. */
export function passage(exact: string, start: number): Passage {
  return {
    tree: {
      type: 'root',
      children: [
        { type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value: exact }] },
      ],
    },
    textQuote: { exact, prefix: '', suffix: '' },
    textPosition: { start, end: start + exact.length },
  };
}

/** The dependencies of a popup over a page that answers. Each quote is in the page where its selector says. */
export function dependenciesFor(
  database: Database,
  page: CapturedPage = pageAtHand(),
): StartupDependencies & SavingDependencies {
  return {
    openDatabase: () => Promise.resolve(database),
    readActiveTab: () => Promise.resolve({ id: 1, url: ADDRESS, title: 'Talks go on | The Daily' }),
    capturePage: () => Promise.resolve({ page }),
    arrangeInPage: (_target, quotes) =>
      Promise.resolve(
        quotes
          .toSorted((a, b) => a.textPosition.start - b.textPosition.start)
          .map(({ id, textPosition }): Arrangement[number] => ({ ids: [id], position: textPosition })),
      ),
    tellSaved: () => Promise.resolve(),
  };
}
