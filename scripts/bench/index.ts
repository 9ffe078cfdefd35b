/**
 * `npm run bench` measures, in one run, what the aims of the project speak of, and prints each beside its aim. Nothing
 * else should run meanwhile; the last line says how busy the machine was.
 */
import { cpus, loadavg } from 'node:os';
import { measureExport } from './export';
import { measurePopup } from './popup';
import { measureReading } from './reading';
import { isMissed, writeTable, type Row } from './report';

const PARTS: readonly (() => Row[] | Promise<Row[]>)[] = [measurePopup, measureReading, measureExport];

const rows: Row[] = [];
for (const measure of PARTS) rows.push(...(await measure()));

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
