/**
 * `npm run test:faults -- [--kills N] [--seed N]`: kills real Chromium while clips arrive, and checks that everything reported
 * as saved is there. `-- --torn N [--seed N] [--browser firefox] [--late SHARE] [--rest SECONDS]`: also damages the files of its profile, and
 * restores what is offered.
 * Exits with 1 unless nothing was lost.
 */
import { parseArgs } from 'node:util';
import { ensureBrowsers } from '../browsers/ensure.ts';
import { runFaults } from './fault-run.ts';
import { runTorn } from './torn-run.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    torn: { type: 'string' },
    browser: { type: 'string', default: 'chromium' },
    late: { type: 'string' },
    rest: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
  },
});
const browser = values.browser === 'firefox' && values.torn !== undefined ? 'firefox' : 'chromium';
ensureBrowsers(browser);
const run = { seed: Number(values.seed), report: (line: string) => console.log(line) };
process.exitCode = values.torn === undefined ? await kill() : await tear(Number(values.torn));

async function kill(): Promise<number> {
  const count = await runFaults({ kills: Number(values.kills), ...run });
  const { kills, acknowledged, lost, halfWritten, unopened } = count;
  console.log(
    `${kills} kills, ${acknowledged} acknowledged, ${lost} lost, ${halfWritten} half-written, ${unopened} unopened`,
  );
  return lost + halfWritten + unopened === 0 ? 0 : 1;
}

async function tear(torn: number): Promise<number> {
  const { acknowledged, lost, silent, falseAlarms, lateSilent, unanswered } = await runTorn({
    torn,
    browser,
    ...(values.late !== undefined && { late: Number(values.late) }),
    rest: Number(values.rest) * 1000,
    ...run,
  });
  console.log(
    `${falseAlarms} false alarms, ${lateSilent} of the last seconds silent, ${unanswered} unanswered`,
  );
  console.log(`${torn} torn, ${acknowledged} acknowledged, ${lost} lost, ${silent} silent`);
  return lost + silent === 0 ? 0 : 1;
}
