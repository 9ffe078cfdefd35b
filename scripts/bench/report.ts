import type { Figures } from './figures';

/** A line of the report: what was measured, in milliseconds unless stated otherwise. */
export interface Row {
  what: string;
  figures: Figures;
  unit?: 'ms' | '×' | 'MB' | 'kB';
  aim?: Aim;
}

/** The limit for the median or a percentile. */
export interface Aim {
  at: keyof Figures;
  most: number;
}

const HEAD = ['', 'median', 'p90', 'p95', 'aim', ''] as const;

/** The rows as a plain text table, with a verdict for each aim. */
export function writeTable(rows: readonly Row[]): string {
  const cells = [HEAD, ...rows.map(cellsOf)];
  const widths = HEAD.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells
    .map((row) =>
      row
        .map((cell, column) => pad(cell, widths[column] ?? 0, column))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Whether a row has an aim and misses it. */
export function isMissed({ figures, aim }: Row): boolean {
  return aim !== undefined && figures[aim.at] > aim.most;
}

function cellsOf(row: Row): readonly string[] {
  const { what, figures, unit = 'ms', aim } = row;
  const amount = (value: number) => `${value.toFixed(1)} ${unit}`;
  const wanted = aim === undefined ? '' : `≤ ${aim.most} ${unit} (${aim.at})`;
  return [
    what,
    amount(figures.median),
    amount(figures.p90),
    amount(figures.p95),
    wanted,
    aim === undefined ? '' : isMissed(row) ? 'MISSED' : 'met',
  ];
}

/** Text is left-aligned, numbers are right-aligned. */
function pad(cell: string, width: number, column: number): string {
  return column >= 1 && column <= 3 ? cell.padStart(width) : cell.padEnd(width);
}
