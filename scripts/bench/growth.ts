import { figuresOf } from './figures';
import { HOSTILE_TEXTS, type HostileText } from './growth/hostile-texts';
import { WAYS, type Way } from './growth/ways';
import type { Row } from './report';

/** Characters: each is twice the one before. */
const SIZES = [4_000, 8_000, 16_000, 32_000] as const;
/** Times as long for twice the text: 2, and what a measurement may be off. */
const MOST = 2.3;
/** Milliseconds. What takes no longer holds nobody up, whatever it grows by. */
const NOTICED = 5;
/** A ratio that is over is measured again so many times, and the shortest of all times counts. */
const SECOND_LOOKS = 30;

interface Growth {
  way: string;
  text: string;
  ratio: number;
  /** Milliseconds of the longer text. */
  time: number;
}

/**
 * Does all that is done with a text on the worst inputs, each of 4,000 to 32,000 characters, in processor time. An argument
 * `--way=NAME` measures the ways alone whose names have it. Ends with 1 where one grows faster than its text.
 */
export function measureGrowth(): Row[] {
  const wanted = process.argv.find((word) => word.startsWith('--way='))?.slice('--way='.length) ?? '';
  const rows = WAYS.filter(({ name }) => name.includes(wanted)).map((way): Row => {
    const growths = HOSTILE_TEXTS.flatMap((text) => growthsOf(way, text));
    const [worst] = growths.toSorted((one, other) => other.ratio - one.ratio);
    for (const { text, ratio, time } of growths.filter((each) => each.ratio > MOST))
      console.log(`${way.name}, of ${text}: ${ratio.toFixed(2)} times, to ${time.toFixed(1)} ms`);
    return {
      what: worst === undefined ? `${way.name} (all within ${NOTICED} ms)` : `${way.name}, of ${worst.text}`,
      figures: figuresOf([worst?.ratio ?? 0]),
      unit: '×',
      aim: { at: 'median', most: MOST },
    };
  });
  const worst = Math.max(0, ...rows.map(({ figures }) => figures.median));
  if (worst > MOST) process.exitCode = 1;
  return [...rows, { what: 'worst growth of all', figures: figuresOf([worst]), unit: '×' }];
}

/** How many times as long each text takes as the one of half its length, where it takes long enough to be noticed. */
function growthsOf(way: Way, text: HostileText): Growth[] {
  const works = SIZES.map((size) => way.prepare(text.make(size)));
  const times = works.map((work) => timeOf(work));
  return works.flatMap((work, place): Growth[] => {
    const before = works[place - 1];
    if (before === undefined) return [];
    const ratio = () => (times[place] ?? 0) / (times[place - 1] ?? 1);
    const isOver = () => (times[place] ?? 0) > NOTICED && ratio() > MOST;
    for (let look = 0; look < SECOND_LOOKS && isOver(); look += 1) {
      times[place - 1] = Math.min(times[place - 1] ?? Infinity, timeOf(before));
      times[place] = Math.min(times[place] ?? Infinity, timeOf(work));
    }
    const time = times[place] ?? 0;
    return time > NOTICED ? [{ way: way.name, text: text.name, ratio: ratio(), time }] : [];
  });
}

/** Milliseconds of the processor: they do not grow with what else the machine does. Short work is done several times. */
function timeOf(work: () => unknown): number {
  let least = Infinity;
  let all = 0;
  for (let run = 0; run < 4 && all < 4 * NOTICED; run += 1) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
    all += (user + system) / 1000;
  }
  return least;
}
