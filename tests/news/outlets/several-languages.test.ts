import { expect, test } from 'vitest';
import { listDirectoryParts } from '../../../scripts/build/outlet-list';
import { hasSeveralLanguages } from '../../../src/news/several-languages';

/** Country domains under which names are registered: the part before them belongs to the outlet. */
const REGISTRIES = /^(?:com?|org|net|gov|gouv|go|ac|edu|or|ne|in)$/u;

test('an outlet publishes in several languages if the directory has editions of it in several', () => {
  const languages = new Map<string, Set<string>>();
  for (const part of listDirectoryParts().values())
    for (const [place, [, language]] of Object.entries(part)) {
      const labels = place.replace(/\/.*$/u, '').split('.');
      const site = labels
        .slice(labels.length > 2 && REGISTRIES.test(labels.at(-2) ?? '') ? -3 : -2)
        .join('.');
      languages.set(site, (languages.get(site) ?? new Set()).add(language.split('-')[0] ?? ''));
    }
  const known = [...languages.keys()].filter((site) => hasSeveralLanguages(`https://${site}/`, {}));
  expect(known.toSorted()).toEqual(
    [...languages.keys()].filter((site) => (languages.get(site)?.size ?? 0) > 1).toSorted(),
  );
});
