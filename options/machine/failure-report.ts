import type { Database } from '../../src/storage/database/database';
import { SCHEMA_VERSION } from '../../src/storage/database/database';
import type { Failure } from '../../src/storage/database/failure';
import { countRecords } from '../../src/storage/backup/record-counts';
import { readDiskSpace } from './disk-space';

const COUNTED = ['clips', 'issues', 'drafts', 'snapshots', 'pictures'] as const;

/** Describes this installation for a bug report, in lines: versions, numbers of records, disk space. Contains nothing of any clip. */
export async function describeMachine(database: Database | undefined, version: string): Promise<string[]> {
  const { used, available, isKept } = await readDiskSpace();
  const counts = database && (await countRecords(database, COUNTED));
  return [
    `Clipsheet ${version}, database version ${database?.version ?? `${SCHEMA_VERSION} (not open)`}`,
    navigator.userAgent,
    `languages ${navigator.languages.join(', ')}`,
    ...(counts ? [COUNTED.map((name) => `${name} ${counts[name]}`).join(', ')] : []),
    `bytes used ${used ?? '?'}, left ${available ?? '?'}, ${isKept === true ? '' : 'not '}kept`,
  ];
}

/** A report for the developers of Clipsheet, in English. */
export function writeReport(
  machine: readonly string[],
  failures: readonly Failure[],
  hasTexts: boolean,
): string {
  const entries = failures.map((failure) => describe(failure, hasTexts));
  return `${[...machine, '', ...(entries.length > 0 ? entries : ['no failures'])].join('\n')}\n`;
}

function describe({ at, part, words, names, frames, text }: Failure, hasTexts: boolean): string {
  return [
    `${at} ${part}: ${words} (${names.join(' < ')})`,
    ...(hasTexts && text !== undefined ? [`  ${text}`] : []),
    ...frames.map((frame) => `  at ${frame}`),
  ].join('\n');
}
