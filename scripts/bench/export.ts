import { REPORT } from '../../src/news/house-style';
import type { Manuscript, ManuscriptClip } from '../../src/news/manuscript';
import { composeIssue } from '../../src/newsletter/issue-tree';
import { printHtml } from '../../src/newsletter/to-html';
import { printMarkdown } from '../../src/newsletter/to-markdown';
import { printText } from '../../src/newsletter/to-text';
import { figuresOf } from './figures';
import type { Row } from './report';

const SIZES = [10, 100, 1000] as const;
const RUNS = 10;
const CLIPS_A_SECTION = 10;

const PARAGRAPH =
  'The ministry said on **Tuesday** that the [tariff](https://source.example/tariff) would be *one* for all three ports, ' +
  'according to three people who have read the draft; 全天候战略伙伴关系, it said, “as before”.[13]';

/**
 * Measures the export of an issue of 10, 100 and 1,000 clips from the manuscript to Markdown, HTML and plain text, in processor
 * time.
 */
export function measureExport(): Row[] {
  exportIssue(makeManuscript(100)); // the first run compiles
  const times = SIZES.map((size) => ({ size, times: repeat(() => exportIssue(makeManuscript(size))) }));
  const perClip = times.map(({ size, times }) => figuresOf(times).median / size);
  const [, middle = NaN, large = NaN] = perClip;
  return [
    ...times.map(({ size, times }) => ({
      what: `export of ${size} clips, as Markdown, HTML and text (processor time)`,
      figures: figuresOf(times),
    })),
    {
      what: 'a clip among 1,000, against one among 100 (linear: 1)',
      figures: figuresOf([large / middle]),
      unit: '×',
      aim: { at: 'median', most: 1.5 },
    },
  ];
}

function exportIssue(manuscript: Manuscript): void {
  const issue = composeIssue(manuscript, REPORT);
  for (const print of [printMarkdown, printHtml, printText]) print(issue);
}

/** Milliseconds of processor time, which do not depend on the load of the machine. */
function repeat(work: () => void): number[] {
  return Array.from({ length: RUNS }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
}

function makeManuscript(size: number): Manuscript {
  const clips = Array.from({ length: size }, (_, place) => makeClip(place));
  const sections = Array.from({ length: size / CLIPS_A_SECTION }, (_, place) => ({
    title: `Section ${place + 1}`,
    clips: clips.slice(place * CLIPS_A_SECTION, (place + 1) * CLIPS_A_SECTION),
  }));
  return { title: 'An issue', introduction: PARAGRAPH, sections };
}

function makeClip(place: number): ManuscriptClip {
  return {
    url: `https://source-${place}.example/article`,
    headline: `Three ports agree on a single tariff, part ${place}`,
    outlet: 'Harbour Courier',
    publishedOn: '2026-11-18',
    quotes: [`${PARAGRAPH}\n\n${PARAGRAPH}`, `* ${PARAGRAPH}\n* ${PARAGRAPH}`],
    comment: `${PARAGRAPH}\n\n> ${PARAGRAPH}`,
  };
}
