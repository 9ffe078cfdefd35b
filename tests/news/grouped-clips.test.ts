import fc from 'fast-check';
import { expect, it } from 'vitest';
import { assembleManuscript, groupIntoItems } from '../../src/news/assemble-manuscript';
import type { Clip } from '../../src/news/clip';
import { REPORT } from '../../src/news/house-style';

const instant = '2026-11-20T08:00:00.000Z';
const clip = (headline: string, rank: string, groupId?: string): Clip => ({
  id: headline,
  issueId: 'issue',
  sectionId: 'ports',
  headline,
  showDate: false,
  showLanguage: false,
  quotes: [],
  rank,
  ...(groupId !== undefined && { groupId }),
  clippedAt: instant,
  changedAt: instant,
  revision: 1,
});
const issue = {
  id: 'issue',
  sections: [{ id: 'ports', title: 'Ports' }],
  createdAt: instant,
  changedAt: instant,
  revision: 1,
};

it('prints grouped clips as one item, where the first of them is', () => {
  const clips = [clip('Talks', 'a0', 'g'), clip('Rates', 'a1'), clip('Dues', 'a2', 'g')];
  expect(assembleManuscript(issue, clips, REPORT).sections[0]?.clips).toMatchObject([
    { headline: 'Talks' },
    { headline: 'Dues', withPrevious: true },
    { headline: 'Rates' },
  ]);
});

it('prints a clip alone if the others of its group are in another section or in the bin', () => {
  const clips = [
    clip('Talks', 'a0', 'g'),
    { ...clip('Rates', 'a1', 'g'), sectionId: 'other' },
    { ...clip('Dues', 'a2', 'g'), binnedAt: instant },
  ];
  const [ports, others] = assembleManuscript(issue, clips, REPORT).sections;
  expect([ports?.clips, others?.clips].flat().map((each) => each?.withPrevious)).toStrictEqual([
    undefined,
    undefined,
  ]);
});

it('loses and doubles no clip, and moves none before the first of its group', () => {
  const groups = fc.array(fc.option(fc.constantFrom('g', 'h', 'i'), { nil: undefined }));
  fc.assert(
    fc.property(groups, (ids) => {
      const clips = ids.map((groupId, place) => clip(`c${place}`, `a${place}`, groupId));
      const items = groupIntoItems(clips);
      expect(new Set(items.flat())).toStrictEqual(new Set(clips));
      expect(items.flat()).toHaveLength(clips.length);
      for (const item of items)
        expect(clips.indexOf(item[0] ?? clip('', ''))).toBe(
          Math.min(...item.map((each) => clips.indexOf(each))),
        );
    }),
  );
});
