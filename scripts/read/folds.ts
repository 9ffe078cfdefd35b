import { siteOf } from '../../src/news/address';
import type { FieldCandidates } from '../../src/news/captured-page';
import type { Prediction } from './prediction';
import { FIELD_MEASURES, tableOfMeans, type Score, type Scores } from './scorer';

/** The number of parts into which the sites are split. All pages of one site are in the same part. */
const PARTS = 5;
/**
 * This many readings with the average of all sources are added to each source's own, because a source seen twice proves little.
 */
const READINGS_ADDED = 5;

/** A page of a corpus, read with the outlet directory and without. */
export interface FoldedPage {
  address: string;
  whole: Prediction;
  /** Its site is always in its own part, so the page is read without the directory. */
  withoutDirectory: Prediction;
}

type Field = keyof typeof FIELD_MEASURES;
const FIELDS = Object.keys(FIELD_MEASURES) as Field[];

/**
 * Estimates the scores for unknown sites: each part is scored separately, without the directory, and with the order of sources
 * derived from the other parts instead of ours.
 */
export function tableOfFolds(pages: readonly FoldedPage[], score: Score): string {
  const parts = partsOf(pages);
  const asSet = parts.map((part) => part.map(({ withoutDirectory }) => score(withoutDirectory)));
  const learnt = parts.flatMap((part) => {
    const order = learnOrder(parts.filter((other) => other !== part).flat(), score);
    return part.map(({ withoutDirectory }) => score(inOrder(withoutDirectory, order)));
  });
  return tableOfMeans({
    whole: pages.map(({ whole }) => score(whole)),
    'mean of the parts': asSet.flat(),
    ...Object.fromEntries(asSet.map((scores, at) => [`part ${at + 1}`, scores])),
    'with the order learnt': learnt,
  });
}

function partsOf(pages: readonly FoldedPage[]): FoldedPage[][] {
  const sites = [...new Set(pages.map(({ address }) => siteOf(address) ?? address))].sort();
  const partOf = new Map(sites.map((site, at) => [site, at % PARTS]));
  return Array.from({ length: PARTS }, (_, part) =>
    pages.filter(({ address }) => partOf.get(siteOf(address) ?? address) === part),
  );
}

/** For each field, how often the first value of a source is right. */
type Order = Readonly<Record<Field, (source: string) => number>>;

function learnOrder(pages: readonly FoldedPage[], score: Score): Order {
  const order = FIELDS.map((field) => {
    const seen = pages.flatMap(({ withoutDirectory: { id, candidates } }) =>
      firstOfEach(candidates[field]).flatMap(({ source, value }) => {
        const right = scoreOfValue(score, id, field, value);
        return right === undefined ? [] : [{ source, right }];
      }),
    );
    const mean = sumOf(seen) / seen.length;
    const worth = (source: string) => {
      const own = seen.filter((one) => one.source === source);
      return (sumOf(own) + READINGS_ADDED * mean) / (own.length + READINGS_ADDED);
    };
    const worths = new Map(
      [...new Set(seen.map(({ source }) => source))].map((source) => [source, worth(source)]),
    );
    return [field, (source: string) => worths.get(source) ?? mean] as const;
  });
  return Object.fromEntries(order) as Order;
}

function sumOf(seen: readonly { right: number }[]): number {
  return seen.reduce((sum, { right }) => sum + right, 0);
}

function firstOfEach(candidates: FieldCandidates[Field]): FieldCandidates[Field] {
  return candidates.filter(
    ({ source }, at) => candidates.findIndex((other) => other.source === source) === at,
  );
}

function scoreOfValue(score: Score, id: string, field: Field, value: string): Scores[keyof Scores] {
  const [measure, name] = FIELD_MEASURES[field];
  const answer = { id, [name]: value };
  return score(answer)[measure];
}

function inOrder(prediction: Prediction, order: Order): { id: string } {
  const { id, bodyText } = prediction;
  const answer: Record<string, unknown> & { id: string } = { id, bodyText };
  for (const field of FIELDS) {
    const worth = order[field];
    const [best] = [...prediction.candidates[field]].sort((a, b) => worth(b.source) - worth(a.source));
    answer[FIELD_MEASURES[field][1]] = best?.value;
  }
  return answer;
}
