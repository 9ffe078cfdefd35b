import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { estimateMean } from '../../scripts/read/intervals.ts';
import { keepScores, readKeptScores } from '../../scripts/read/kept-scores.ts';
import type { Label } from '../../scripts/read/labels.ts';
import { scorePages, tableOfScores } from '../../scripts/read/score-table.ts';
import { loadScorer } from '../../scripts/read/scorer.ts';

describe('an interval', () => {
  it('is wider if the pages are of few sites', () => {
    const values = Array.from({ length: 60 }, (_, at) => ({ at, value: at % 6 < 2 ? 1 : 0 }));
    const many = estimateMean(values.map(({ at, value }) => ({ site: `${at}`, value })));
    const few = estimateMean(values.map(({ at, value }) => ({ site: `${at % 6}`, value })));
    expect(many?.mean).toBeCloseTo(1 / 3);
    expect(few?.mean).toBeCloseTo(1 / 3);
    const width = (estimate = many) => (estimate?.high ?? 0) - (estimate?.low ?? 0);
    expect(width(few)).toBeGreaterThan(2 * width(many));
  });

  it('is a point if all pages are alike, and the same at each run', () => {
    const values = [1, 1, 1].map((value, at) => ({ site: `${at}`, value }));
    expect(estimateMean(values)).toEqual({ mean: 1, low: 1, high: 1, pages: 3 });
    const mixed = [0, 1, 1, 0.5].map((value, at) => ({ site: `${at}`, value }));
    expect(estimateMean(mixed)).toEqual(estimateMean(mixed));
  });

  it('is none without values', () => {
    expect(estimateMean([])).toBeUndefined();
  });
});

const page = (id: string, scores: Record<string, number>) => ({ id, site: `${id}.example`, scores });

describe('the table of scores', () => {
  it('shows the change compared with earlier answers page by page, for the pages that both have', () => {
    const now = [page('a', { date: 1 }), page('b', { date: 1 }), page('c', { date: 0 })];
    const table = tableOfScores(now, [page('a', { date: 0 }), page('b', { date: 0 })]);
    expect(table).toContain('| date | 3 | 66.7 |');
    expect(table).toContain('| +100.0 | +100.0 to +100.0 |');
  });

  it('says so if no change is shown', () => {
    const now = ['a', 'b', 'c', 'd'].map((id, at) => page(id, { date: at % 2 }));
    expect(tableOfScores(now, now)).toContain('+0.0 to +0.0, not shown');
  });

  it('stores scores of hidden pages without their names', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'kept-')), 'scores.jsonl');
    keepScores(file, [page('secret', { date: 1 })]);
    const [kept] = readKeptScores(file);
    expect(JSON.stringify(kept)).not.toContain('secret');
    expect(kept?.scores).toEqual({ date: 1 });
  });
});

describe('invented values', () => {
  const folder = mkdtempSync(join(tmpdir(), 'scored-'));
  const truth = { pageUrl: 'https://courier.example/', outlet: 'The Courier', authors: null };
  const records = [
    { ...truth, id: 'none' },
    { ...truth, id: 'team' },
    { ...truth, id: 'outlet', authors: ['The Courier'] },
    { ...truth, id: 'person', authors: ['Ada Ames'] },
  ];
  writeFileSync(join(folder, 'truth.jsonl'), records.map((record) => JSON.stringify(record)).join('\n'));
  writeFileSync(
    join(folder, 'score.mjs'),
    'export const scoreOne = (truth, answer) => truth.authors?.length ? { authors: answer.authors?.[0] === truth.authors[0] ? 1 : 0 } : {};',
  );
  const labels = new Map<string, Label>([
    ['none', { id: 'none', authors: [], dek: '' }],
    ['team', { id: 'team', authors: [], mayName: ['Courier Staff'] }],
  ]);
  const scoresOf = async (...answers: { id: string; authors?: string[]; dek?: string }[]) => {
    const score = await loadScorer(folder, labels);
    return scorePages(answers, score, new Map()).map(({ scores }) => scores);
  };

  it('are counted if a page is labelled as having no value', async () => {
    expect(
      await scoresOf({ id: 'none', authors: ['Ada Ames'], dek: 'Ships.' }, { id: 'none', authors: [] }),
    ).toMatchObject([
      { inventedAuthors: 1, inventedDek: 1 },
      { inventedAuthors: 0, inventedDek: 0 },
    ]);
  });

  it('are distinguished from the beginning of the text that a page declares as its dek', async () => {
    labels.set('person', { id: 'person', dek: '', repeated: true });
    const [scores] = await scoresOf({ id: 'person', dek: 'Ships sail.' });
    labels.delete('person');
    expect(scores).toMatchObject({ repeatedDek: 1 });
    expect(scores).not.toHaveProperty('inventedDek');
  });

  it('are neither the outlet nor its team, if these are given as the author', async () => {
    const answers = ['Courier Staff', 'The Courier', 'Ada Ames'].map((name) => ({
      id: 'team',
      authors: [name],
    }));
    expect((await scoresOf(...answers)).map(({ inventedAuthors }) => inventedAuthors)).toEqual([0, 0, 1]);
  });

  it('are not counted if the author is known; no value is right if that is the outlet', async () => {
    expect(
      await scoresOf({ id: 'outlet' }, { id: 'outlet', authors: ['Ada Ames'] }, { id: 'person' }),
    ).toEqual([{ authors: 1 }, { authors: 0 }, { authors: 0 }]);
  });
});
