/**
 * A corpus folder: `truth.jsonl` with the address of each page, and `pages/ID.html.gz`, or what a record names as its `file`, from
 * the folder of the project.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as v from 'valibot';
import { siteOf } from '../../src/news/address';

export interface CorpusPage {
  id: string;
  /** The address at which the page is served. */
  address: string;
  markup: () => string;
}

/** Rules are written with the `open` pages; of the `score` pages only averages are printed. */
export type Part = 'open' | 'score';

const recordSchema = v.object({
  id: v.string(),
  pageUrl: v.pipe(v.string(), v.url()),
  domain: v.optional(v.string(), ''),
  file: v.optional(v.string()),
});
const splitSchema = v.record(v.string(), v.picklist(['open', 'score']));

/** The pages of a corpus. Reads only the addresses in the truth, so that no reading can know the rest. */
export function listCorpusPages(folder: string, part?: Part): CorpusPage[] {
  const split = part === undefined ? undefined : readSplit(folder);
  return readFileSync(join(folder, 'truth.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => v.parse(recordSchema, JSON.parse(line)))
    .filter((record) => split === undefined || partOf(record, split) === part)
    .map(({ id, pageUrl, file }) => {
      const packed = join(folder, 'pages', `${id}.html.gz`);
      const read = () => (file === undefined ? gunzipSync(readFileSync(packed)) : readFileSync(file));
      return { id, address: pageUrl, markup: () => read().toString('utf8') };
    });
}

/** Whether a corpus hides some of its pages from authors of rules. */
export function isSplit(folder: string): boolean {
  return existsSync(join(folder, 'split.json'));
}

function readSplit(folder: string): Readonly<Record<string, Part>> {
  return v.parse(splitSchema, JSON.parse(readFileSync(join(folder, 'split.json'), 'utf8')));
}

/** A page is open only if its site is open and no other name of its site is hidden. */
export function partOf(
  { pageUrl, domain }: { pageUrl: string; domain: string },
  split: Readonly<Record<string, Part>>,
): Part {
  const parts = [siteOf(pageUrl) ?? '', domain].map((site) => split[site]);
  return parts.includes('open') && !parts.includes('score') ? 'open' : 'score';
}
