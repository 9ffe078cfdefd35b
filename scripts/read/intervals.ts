import { randomNumbers } from '../random-numbers';

/** A mean and its 95 % interval. */
export interface Estimate {
  mean: number;
  low: number;
  high: number;
  /** How many pages have a value. */
  pages: number;
}

const RESAMPLINGS = 2_000;
const SEED = 'intervals';

/**
 * The mean of values, with an interval from a bootstrap over sites: pages of one site are similar, so sites are drawn instead
 * of pages. `undefined` without values.
 */
export function estimateMean(values: readonly { site: string; value: number }[]): Estimate | undefined {
  if (values.length === 0) return undefined;
  const sites = sumsOfSites(values);
  const random = randomNumbers(SEED);
  const means = Array.from({ length: RESAMPLINGS }, () => meanOfResample(sites, random)).sort(
    (a, b) => a - b,
  );
  return {
    mean: ratioOf(sites),
    low: means[Math.floor(0.025 * RESAMPLINGS)] ?? NaN,
    high: means[Math.ceil(0.975 * RESAMPLINGS) - 1] ?? NaN,
    pages: values.length,
  };
}

interface SiteSum {
  sum: number;
  count: number;
}

function sumsOfSites(values: readonly { site: string; value: number }[]): SiteSum[] {
  const sums = new Map<string, SiteSum>();
  for (const { site, value } of values) {
    const { sum, count } = sums.get(site) ?? { sum: 0, count: 0 };
    sums.set(site, { sum: sum + value, count: count + 1 });
  }
  return [...sums.values()];
}

function meanOfResample(sites: readonly SiteSum[], random: () => number): number {
  const drawn = sites.map(() => sites[Math.floor(random() * sites.length)]);
  return ratioOf(drawn.filter((site) => site !== undefined));
}

function ratioOf(sites: readonly SiteSum[]): number {
  const [sum, count] = sites.reduce(([sums, counts], site) => [sums + site.sum, counts + site.count], [0, 0]);
  return sum / count;
}
