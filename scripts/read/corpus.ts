/** A corpus folder, as its README describes it: `pages/ID.html.gz`, and in `truth.jsonl` under which address each is served. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as v from 'valibot';

export interface CorpusPage {
  id: string;
  /** The address under which the page is served. */
  address: string;
  markup: () => string;
}

const recordSchema = v.object({ id: v.string(), pageUrl: v.pipe(v.string(), v.url()) });

/** The pages of a corpus. Of the truth it takes the addresses alone, so that no reading can know the rest. */
export function listCorpusPages(folder: string): CorpusPage[] {
  return readFileSync(join(folder, 'truth.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const { id, pageUrl } = v.parse(recordSchema, JSON.parse(line));
      const file = join(folder, 'pages', `${id}.html.gz`);
      return { id, address: pageUrl, markup: () => gunzipSync(readFileSync(file)).toString('utf8') };
    });
}
