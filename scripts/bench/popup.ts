import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowsers } from '../browsers/ensure.ts';
import { ChromiumSession } from '../browsers/chromium.ts';
import { programOf, waitFor, type View } from '../browsers/session.ts';
import { serveSamples } from '../samples/server.ts';
import { figuresOf } from './figures.ts';
import { BENCH_HOST, HEADLINE, SIZES, writePage } from './pages.ts';
import type { Row } from './report.ts';

const OPENINGS = 15;
/** Very large pages have no aim except that they are filled in. */
const ORDINARY = new Set<string>(['small', 'middling']);

declare global {
  /** Set by the probe: when the popup showed the expected text, in milliseconds since 1970. */
  var clipsheetShownAt: number | undefined;
}

/** Measures from the click on the toolbar button to the filled headline, and to an empty popup in the same build. */
export async function measurePopup(): Promise<Row[]> {
  ensureBrowsers('chromium');
  const folder = mkdtempSync(join(tmpdir(), 'clipsheet-bench-'));
  const server = await serveSamples([], {
    [BENCH_HOST]: ({ pathname }, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(writePage(Number(pathname.slice(1))));
    },
  });
  const open = (extension: string) => ChromiumSession.open({ extension, proxyPort: server.port });
  const sessions = {
    empty: await open(withProbe(join(folder, 'empty'), { isEmpty: true })),
    whole: await open(withProbe(join(folder, 'whole'), { isEmpty: false })),
  };
  try {
    return await measureSizes(sessions);
  } finally {
    await Promise.all(Object.values(sessions).map((session) => session.close()));
    await server.close();
    rmSync(folder, { recursive: true });
  }
}

async function measureSizes({ empty, whole }: Record<'empty' | 'whole', ChromiumSession>): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { name, elements } of SIZES) {
    const address = `http://${BENCH_HOST}/${elements}`;
    await Promise.all([empty.openTab(address), whole.openTab(address)]);
    const times: { empty: number[]; whole: number[] } = { empty: [], whole: [] };
    await openOnce(empty);
    await openOnce(whole);
    for (let opening = 0; opening < OPENINGS; opening += 1) {
      times.empty.push(await openOnce(empty)); // alternating, so that both have the same load
      times.whole.push(await openOnce(whole));
    }
    rows.push(...rowsOf(name, elements, times));
  }
  return rows;
}

function rowsOf(name: string, elements: number, times: { empty: number[]; whole: number[] }): Row[] {
  const page = `a ${name} page (${elements.toLocaleString('en')} elements)`;
  const over = figuresOf(times.empty).median;
  return [
    { what: `click to an empty popup, over ${page}`, figures: figuresOf(times.empty) },
    { what: `click to the headline filled in, over ${page}`, figures: figuresOf(times.whole) },
    {
      what: `  more than the empty popup`,
      figures: figuresOf(times.whole.map((time) => time - over)),
      ...(ORDINARY.has(name) && { aim: { at: 'median', most: 60 } as const }),
    },
  ];
}

/** Milliseconds from the click to the frame that shows what the probe waits for. */
export async function openOnce(session: ChromiumSession): Promise<number> {
  const popup: View = await session.clickToolbarButton();
  const shownAt = await waitFor('the popup to be filled in', () =>
    popup.run(() => globalThis.clipsheetShownAt ?? null),
  );
  await popup.close();
  return shownAt - session.clickedAt;
}

/** The build with a script in its popup that records the time. The empty one contains only this script. */
export function withProbe(folder: string, { isEmpty }: { isEmpty: boolean }): string {
  cpSync('dist/chrome', folder, { recursive: true });
  const page = join(folder, 'popup/index.html');
  const script = '<script src="/probe.js"></script>';
  const markup = isEmpty
    ? `<!doctype html><title>Empty</title><body><p>Empty</p>${script}</body>`
    : readFileSync(page, 'utf8').replace('</head>', `${script}</head>`);
  writeFileSync(page, markup);
  writeFileSync(join(folder, 'probe.js'), programOf(noteWhenShown, [isEmpty ? '' : HEADLINE]));
  return folder;
}

/**
 * Runs in the popup: records the first frame in which a field contains the text, or any frame if there is no text to wait for.
 */
function noteWhenShown(text: string): void {
  const look = () => {
    const fields = [...document.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>('textarea, input')];
    if (text === '' || fields.some(({ value }) => value === text))
      globalThis.clipsheetShownAt = performance.timeOrigin + performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
