/**
 * `npm run bench` (`npm run bench desk` for a part) measures the project's aims in one run, and prints each result with its
 * aim. Nothing else should run at the same time; the last line says how busy the machine was.
 */
import { cpus, loadavg } from 'node:os';
import { measureDesk } from './desk';
import { measureExport } from './export';
import { measureGrowth } from './growth';
import { measureLeak } from './leak';
import { measureLoad } from './load';
import { measurePastes } from './pastes';
import { measurePopup } from './popup';
import { measureReading } from './reading';
import { measureRestoring } from './restoring';
import { measureSaving } from './save';
import { measureSync } from './sync';
import { measureTasks } from './tasks';
import { isMissed, writeTable, type Row } from './report';

const PARTS: Record<string, () => Row[] | Promise<Row[]>> = {
  popup: measurePopup,
  reading: measureReading,
  export: measureExport,
  growth: measureGrowth,
  tasks: measureTasks,
  pastes: measurePastes,
  desk: measureDesk,
  save: measureSaving,
  load: measureLoad,
  restoring: measureRestoring,
  leak: measureLeak,
  sync: measureSync,
};
const chosen = process.argv.slice(2).filter((word) => !word.startsWith('--'));

const rows: Row[] = [];
for (const [part, measure] of Object.entries(PARTS))
  if (chosen.length === 0 || chosen.includes(part)) rows.push(...(await measure()));

const missed = rows.filter(isMissed);
const [load = 0] = loadavg();
console.log(`${writeTable(rows)}\n`);
console.log(
  missed.length === 0
    ? 'Every aim is met.'
    : `${missed.length} of the aims missed: ${missed.map(({ what }) => what).join('; ')}.`,
);
console.log(
  `Measured on ${cpus().length} cores of ${cpus()[0]?.model ?? 'unknown make'}, Node ${process.version}, load ${load.toFixed(1)}.`,
);
