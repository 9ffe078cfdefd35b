import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isSplit, listCorpusPages } from '../../scripts/read/corpus.ts';

const RECORDS = [
  { id: 'a', pageUrl: 'https://www.harbour.example/one', domain: 'harbour.example' },
  { id: 'b', pageUrl: 'https://quay.example/two', domain: 'quay.example' },
  { id: 'c', pageUrl: 'https://harbour.example/three', domain: 'quay.example' },
  { id: 'd', pageUrl: 'https://unknown.example/four' },
];

function corpusOf(split?: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'corpus-'));
  mkdirSync(join(folder, 'pages'));
  writeFileSync(join(folder, 'truth.jsonl'), RECORDS.map((record) => JSON.stringify(record)).join('\n'));
  if (split !== undefined) writeFileSync(join(folder, 'split.json'), JSON.stringify(split));
  return folder;
}

const idsOf = (...ask: Parameters<typeof listCorpusPages>) => listCorpusPages(...ask).map(({ id }) => id);

describe('the parts of a corpus', () => {
  const folder = corpusOf({ 'harbour.example': 'open', 'quay.example': 'score' });

  it('opens only pages of sites that split.json opens, whatever the name of the site there', () => {
    expect(idsOf(folder, 'open')).toEqual(['a']);
  });

  it('hides all others, including those of sites that split.json does not contain', () => {
    expect(idsOf(folder, 'score')).toEqual(['b', 'c', 'd']);
  });

  it('are one part if there is no split.json', () => {
    expect(isSplit(folder)).toBe(true);
    expect(isSplit(corpusOf())).toBe(false);
    expect(idsOf(corpusOf())).toEqual(['a', 'b', 'c', 'd']);
  });
});
