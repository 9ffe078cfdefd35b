import { figuresOf } from './figures';
import { HOSTILE_TEXTS, type HostileText } from './growth/hostile-texts';
import type { Way } from './growth/way';
import { WAYS } from './growth/ways';
import type { Row } from './report';

/** In characters; each is twice the one before. */
const SIZES = [4_000, 8_000, 16_000, 32_000] as const;
/** The limit of the ratio of times for twice the text: 2, plus the error of measurement. */
const MOST = 2.3;
/** A ratio counts only if it is exceeded in this many doublings in a row. */
const LASTING = 3;
/** Milliseconds. Shorter work delays nobody, however it grows. */
const NOTICED = 5;
/** Milliseconds for which short work is repeated; the shortest time counts. */
const REPEATED = 2 * NOTICED;
/** An exceeded ratio is measured again for this many milliseconds, and at least this many times. */
const SECOND_LOOK = 300;
const FEWEST_LOOKS = 3;

interface Growth {
  way: Way;
  text: HostileText;
  /** Characters of the longer text. */
  size: number;
  ratio: number;
  /** Milliseconds for the longer text. */
  time: number;
}

/** Work on a text of each size, and the shortest time so far. */
interface Timed {
  work: () => unknown;
  time: number;
}

/**
 * Measures everything that is done with a text on the worst inputs, each of 4,000 to 32,000 characters, in processor time. An
 * argument `--way=NAME` measures only the ways whose names contain it. Exits with 1 if one grows faster than its text.
 */
export function measureGrowth(): Row[] {
  const wanted = process.argv.find((word) => word.startsWith('--way='))?.slice('--way='.length) ?? '';
  const measured = WAYS.filter(({ name }) => name.includes(wanted)).map((way) => {
    const growths = HOSTILE_TEXTS.flatMap((text) => growthsOf(way, text));
    const exceeded = growths.filter(({ ratio }) => ratio > MOST).length;
    const seconds = (process.cpuUsage().user / 1_000_000).toFixed(0);
    console.log(
      `${seconds} s: ${way.name}: ${growths.length} times noticed, ${exceeded} to be measured again`,
    );
    return { way, growths };
  });
  const rows = measured.map(({ way, growths }) => rowOf(way, growths.map(measuredAnew)));
  const worst = Math.max(0, ...rows.map(({ figures }) => figures.median));
  if (worst > MOST) process.exitCode = 1;
  return [...rows, { what: 'worst growth of all', figures: figuresOf([worst]), unit: '×' }];
}

function rowOf({ name }: Way, growths: readonly Growth[]): Row {
  for (const { text, ratio, time } of growths.filter((each) => each.ratio > MOST))
    console.log(`${name}, of ${text.name}: ${ratio.toFixed(2)} times, to ${time.toFixed(1)} ms`);
  const [worst] = growths.toSorted((one, other) => other.ratio - one.ratio);
  return {
    what: worst === undefined ? `${name} (all within ${NOTICED} ms)` : `${name}, of ${worst.text.name}`,
    figures: figuresOf([worst?.ratio ?? 0]),
    unit: '×',
    aim: { at: 'median', most: MOST },
  };
}

/** Measures again some minutes later if the limit was exceeded, because the machine may have been busy. */
function measuredAnew(growth: Growth): Growth {
  if (growth.ratio <= MOST) return growth;
  const again = growthsOf(growth.way, growth.text).find(({ size }) => size === growth.size);
  return again === undefined || again.ratio > growth.ratio ? growth : again;
}

/**
 * The ratio of times of each text to that of half its length, if the time is long enough to be noticed. The longest comes first:
 * if it takes a short time, the shorter ones need not be measured.
 */
function growthsOf(way: Way, text: HostileText): Growth[] {
  const timed = new Map<number, Timed>();
  const at = (size: number): Timed => {
    const known = timed.get(size) ?? begin(way, text, size);
    timed.set(size, known);
    return known;
  };
  const growths: Growth[] = [];
  for (const size of SIZES.slice(1).reverse()) {
    if (isShort(at(size))) break;
    const ratio = lastingRatio(at, size);
    if (at(size).time > NOTICED) growths.push({ way, text, size, ratio, time: at(size).time });
    if (ratio <= MOST) break; // this doubling is one of the three that decide about each shorter text
  }
  return growths;
}

/** One more look, because the first one compiles the code. */
function isShort(timed: Timed): boolean {
  if (timed.time > NOTICED) timed.time = Math.min(timed.time, timeOf(timed.work));
  return timed.time <= NOTICED;
}

/**
 * The lowest ratio of three doublings in a row; those after the first are measured only if it is exceeded. Work that grows
 * faster than its text exceeds the limit in all of them; a cache or a heap that becomes too small, or another code path from
 * some length on, shows once.
 */
function lastingRatio(at: (size: number) => Timed, size: number): number {
  let least = Infinity;
  for (let doubling = 0; doubling < LASTING && least > MOST; doubling += 1) {
    const longer = size * 2 ** doubling;
    least = Math.min(least, steadyRatio(at(longer / 2), at(longer)));
  }
  return least;
}

/** Alternating, so that other load on the machine affects both. */
function steadyRatio(shorter: Timed, longer: Timed): number {
  for (const each of [shorter, longer]) repeat(each);
  const ratio = () => longer.time / shorter.time;
  let spent = 0;
  for (let look = 0; ratio() > MOST && (look < FEWEST_LOOKS || spent < SECOND_LOOK); look += 1)
    for (const each of [shorter, longer]) spent += repeat(each);
  return ratio();
}

function begin(way: Way, text: HostileText, size: number): Timed {
  const work = way.prepare(text.make(size));
  return { work, time: timeOf(work) };
}

/** Repeats work until it has taken long enough to be distinguished from noise; returns the milliseconds. */
function repeat(timed: Timed): number {
  let spent = 0;
  while (spent < REPEATED) {
    const time = timeOf(timed.work);
    timed.time = Math.min(timed.time, time);
    spent += Math.max(time, 0.1);
  }
  return spent;
}

/** Milliseconds of processor time, which do not depend on the load of the machine. */
function timeOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
