import type { SAMPLE_ARTICLES } from '../samples/articles.ts';

/** One article of the day: what is clipped from it, how, and into which section. */
export interface Clipping {
  readonly article: keyof typeof SAMPLE_ARTICLES;
  /** The passages as selectors, in the order in which they are clipped. The first one may be clipped with the button. */
  readonly passages: readonly string[];
  readonly by: 'toolbar' | 'right click';
  readonly section: string;
  readonly comment: string;
}

export const MASTHEAD = {
  title: 'One Ticket to Constanța',
  subtitle: 'The Caspian ports agree on a price, and not on a timetable',
  introduction:
    'Five harbours settled this week on what a container costs. **What they left out** takes up the rest of this issue.',
} as const;

export const CLIPPINGS: readonly Clipping[] = [
  {
    article: 'daily',
    passages: ['#p5', '#p2'],
    by: 'toolbar',
    section: 'The single tariff',
    comment: 'The study is *not* published. Whoever has it knows what the promise of depth costs.',
  },
  {
    article: 'chinese',
    passages: ['#c2'],
    by: 'right click',
    section: 'The single tariff',
    comment:
      'Ten days off the settlement period: the only figure anyone has put on what the tariff is worth.',
  },
  {
    article: 'russian',
    passages: ['#r2'],
    by: 'toolbar',
    section: 'The single tariff',
    comment: 'Astrakhan was handed the text. Watch the winter surcharge.',
  },
  {
    article: 'wire',
    passages: ['#w1', '#w3'],
    by: 'right click',
    section: 'The falling sea',
    comment: 'Two berths shut while the agreement on their price was being signed.',
  },
  {
    article: 'ministry',
    passages: ['#m3'],
    by: 'right click',
    section: 'The falling sea',
    comment: '“A matter of safety” is new; on Monday it was “maintenance”.',
  },
  {
    article: 'letter',
    passages: ['#s3'],
    by: 'toolbar',
    section: 'Read this week',
    comment: 'The best thing written on it:\n\n1. short,\n2. angry,\n3. right.',
  },
];
