/**
 * `npm run test:sync -- [--clients N] [--edits N] [--kills N] [--faults] [--cluster] [--disasters all] [--firefox] [--seed N]`: machines in
 * real browsers edit the same records through a real hub, while machines and servers are killed and the network cuts, delays, halves and
 * repeats. Each edit puts a word of its own into a record; at the end every machine must have every acknowledged word once, and all the
 * same records. `--disasters keep-copy,restore-copy,lose-disk,drop-pieces`, or `all`, in this order: a copy of the hub is made, and later put
 * back; its disk is lost; the pieces of large values are deleted.
 * The last line counts; exits with 1 unless nothing was lost or doubled and all are equal.
 */
import { parseArgs } from 'node:util';
import { ensureBrowsers } from '../browsers/ensure.ts';
import { DISASTERS } from './disasters.ts';
import { runSync } from './run.ts';

const { values } = parseArgs({
  options: {
    clients: { type: 'string', default: '8' },
    edits: { type: 'string', default: '1000' },
    kills: { type: 'string', default: '10' },
    faults: { type: 'boolean', default: false },
    cluster: { type: 'boolean', default: false },
    disasters: { type: 'string', default: '' },
    firefox: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
  },
});
const named = values.disasters.split(',');
ensureBrowsers('chromium', ...(values.firefox ? (['firefox'] as const) : []));
const { areEqual, seconds, states, edits, lost, doubled, faults, plaintext } = await runSync({
  clients: Number(values.clients),
  edits: Number(values.edits),
  kills: Number(values.kills),
  faults: values.faults,
  cluster: values.cluster,
  firefox: values.firefox,
  disasters: values.disasters === 'all' ? DISASTERS : DISASTERS.filter((each) => named.includes(each)),
  seed: Number(values.seed),
  report: (line) => console.log(line),
});
if (!areEqual) for (const state of states) console.log(JSON.stringify(state));
for (const [what, words] of Object.entries({ Lost: lost, Doubled: doubled }))
  if (words.length > 0) console.log(`${what}: ${words.slice(0, 40).join(' ')}`);
for (const place of plaintext.slice(0, 10)) console.log(`Readable: ${place}`);
console.log(
  `${faults} faults of the network; settled in ${seconds.toFixed(1)} s after the last edit; ${plaintext.length} places with readable words`,
);
console.log(
  `${edits} edits, ${lost.length} lost, ${doubled.length} doubled, ${areEqual ? 'equal' : 'NOT equal'}`,
);
process.exitCode = lost.length + doubled.length + plaintext.length === 0 && areEqual ? 0 : 1;
