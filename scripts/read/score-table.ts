import { estimateMean, type Estimate } from './intervals';
import { markdownTable, measuresIn, type Measure, type Score, type Scores } from './scorer';

/** A page's scores, with its site. */
export interface ScoredPage {
  id: string;
  site: string;
  scores: Scores;
}

export function scorePages(
  answers: readonly { id: string }[],
  score: Score,
  sites: ReadonlyMap<string, string>,
): ScoredPage[] {
  return answers.map((answer) => ({
    id: answer.id,
    site: sites.get(answer.id) ?? answer.id,
    scores: score(answer),
  }));
}

/**
 * For each field: the mean in per cent with its 95 % interval, and the number of pages. With earlier scores of the same pages,
 * also the difference page by page, with its own interval. If that includes 0, no change is shown.
 */
export function tableOfScores(pages: readonly ScoredPage[], earlier?: readonly ScoredPage[]): string {
  const before = new Map(earlier?.map(({ id, scores }) => [id, scores]));
  const head = ['field', 'pages', 'mean', '95 %', ...(earlier === undefined ? [] : ['change', '95 %'])];
  const rows = measuresIn(pages.map(({ scores }) => scores)).map(([measure, name]) => [
    name,
    ...cellsOf(estimateMean(valuesOf(pages, measure))),
    ...(earlier === undefined ? [] : changeCells(estimateMean(changesOf(pages, before, measure)))),
  ]);
  return markdownTable([head, ...rows]);
}

function valuesOf(pages: readonly ScoredPage[], measure: Measure): { site: string; value: number }[] {
  return pages.flatMap(({ site, scores }) => {
    const value = scores[measure];
    return typeof value === 'number' ? [{ site, value }] : [];
  });
}

function changesOf(
  pages: readonly ScoredPage[],
  before: ReadonlyMap<string, Scores>,
  measure: Measure,
): { site: string; value: number }[] {
  return pages.flatMap(({ id, site, scores }) => {
    const [now, then] = [scores[measure], before.get(id)?.[measure]];
    return typeof now === 'number' && typeof then === 'number' ? [{ site, value: now - then }] : [];
  });
}

function cellsOf(estimate: Estimate | undefined): string[] {
  if (estimate === undefined) return ['0', '–', '–'];
  const { pages, mean, low, high } = estimate;
  return [String(pages), inPerCent(mean), `${inPerCent(low)} to ${inPerCent(high)}`];
}

function changeCells(estimate: Estimate | undefined): string[] {
  if (estimate === undefined) return ['–', '–'];
  const { mean, low, high } = estimate;
  const interval = `${signed(low)} to ${signed(high)}`;
  return [signed(mean), low <= 0 && high >= 0 ? `${interval}, not shown` : interval];
}

function inPerCent(share: number): string {
  return (100 * share).toFixed(1);
}

function signed(share: number): string {
  return `${share < 0 ? '−' : '+'}${inPerCent(Math.abs(share))}`;
}
