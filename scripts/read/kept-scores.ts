/**
 * Stored scores of hidden pages, for comparison with a later reader. Pages and sites are identified by a digest, and answers
 * are not stored.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import * as v from 'valibot';
import type { ScoredPage } from './score-table';
import { readJsonLines } from './scorer';

const keptSchema = v.object({
  id: v.string(),
  site: v.string(),
  scores: v.record(v.string(), v.nullable(v.number())),
});

export function withoutNames(pages: readonly ScoredPage[]): ScoredPage[] {
  return pages.map(({ id, site, scores }) => ({ id: digestOf(id), site: digestOf(site), scores }));
}

export function keepScores(file: string, pages: readonly ScoredPage[]): void {
  const lines = withoutNames(pages).map((page) => `${JSON.stringify(page)}\n`);
  writeFileSync(file, lines.sort().join(''));
}

export function readKeptScores(file: string): ScoredPage[] {
  return readJsonLines(file).map((line) => v.parse(keptSchema, line));
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
