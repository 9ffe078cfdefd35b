/**
 * `npm run test:fuzz -- [--inputs N] [--seed N] [--only pages|pastes]`: puts hostile pages through capture, storage, popup, desk
 * and print, and as many pastes with forged marks of our editor, in real Chromium. Another seed tries other inputs. Exits with 1
 * if content of a page was executed, loaded something, or changed the structure.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { ensureBrowsers } from './browsers/ensure.ts';

const FILES: Readonly<Record<string, string>> = { pages: 'hostile-pages', pastes: 'forged-pastes' };

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '2' },
    only: { type: 'string', default: '' },
  },
});
ensureBrowsers('chromium');
const { status } = spawnSync(
  'npx',
  ['vitest', 'run', '--project', 'browser', `tests/fuzz/${FILES[values.only] ?? ''}`],
  {
    stdio: 'inherit',
    env: { ...process.env, FUZZ_INPUTS: values.inputs, FUZZ_SEED: values.seed },
  },
);
console.log(
  `${values.inputs} hostile ${values.only || 'pages and pastes'} of seed ${values.seed}: ${status === 0 ? 'nothing ran, nothing was loaded, no structure changed, no mark was believed' : 'see above'}`,
);
process.exitCode = status ?? 1;
