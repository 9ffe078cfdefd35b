/**
 * `npm run test:faults -- [--kills N] [--seed N]`: kills real Chromium while clips arrive, and looks whether all that was
 * said to be saved is there. Ends with 1 unless nothing was lost.
 */
import { parseArgs } from 'node:util';
import { ensureBrowsers } from '../browsers/ensure.ts';
import { runFaults } from './fault-run.ts';

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } },
});
ensureBrowsers('chromium');
const count = await runFaults({
  kills: Number(values.kills),
  seed: Number(values.seed),
  report: (line) => console.log(line),
});
const { kills, acknowledged, lost, halfWritten, unopened } = count;
console.log(
  `${kills} kills, ${acknowledged} acknowledged, ${lost} lost, ${halfWritten} half-written, ${unopened} unopened`,
);
process.exitCode = lost + halfWritten + unopened === 0 ? 0 : 1;
