/**
 * `npx tsx scripts/read/digest.ts CORPUS SEED [FROM] [TO]` prints what a person must see to label the pages whose author a
 * corpus does not know, in an order that depends on the seed: metadata, the lines around the headline, and lines that may
 * contain names. It does not use our reader. Of a split corpus it shows only the open part.
 */
import * as v from 'valibot';
import type {} from './digest-in-page';
import { isSplit, listCorpusPages } from './corpus';
import { buildInjectedFile } from './injected-file';
import { visitPages } from './page-browser';
import { randomNumbers } from '../random-numbers';
import { readJsonLines } from './scorer';

const [folder = '', seed = '', from = '0', to = '1000'] = process.argv.slice(2);

const recordSchema = v.looseObject({
  id: v.string(),
  lang: v.nullish(v.string()),
  headline: v.nullish(v.string()),
  authors: v.nullish(v.array(v.string())),
});
const unknown = new Map(
  readJsonLines(`${folder}/truth.jsonl`)
    .map((line) => v.parse(recordSchema, line))
    .filter(({ authors }) => authors == null)
    .map((record) => [record.id, record]),
);
const random = randomNumbers(seed);
const drawn = listCorpusPages(folder, isSplit(folder) ? 'open' : undefined)
  .filter(({ id }) => unknown.has(id))
  .map((page) => ({ page, at: random() }))
  .sort((a, b) => a.at - b.at)
  .slice(Number(from), Number(to))
  .map(({ page }) => page);

const [blank] = drawn;
const file = await buildInjectedFile('scripts/read/digest-in-page.ts');
if (blank !== undefined)
  await visitPages([{ ...blank, markup: () => '<!doctype html><title>digest</title>' }], async (page) => {
    await page.evaluate(file);
    for (const { id, address, markup } of drawn) {
      const { lang, headline } = unknown.get(id) ?? {};
      const text = markup();
      const title = /<title[^>]*>([^<]*)/iu.exec(text)?.[1]?.trim() ?? '';
      const question = { markup: text, headline: headline ?? title.replace(/\s[|–—-]\s.*$/u, '') };
      const lines = await page.evaluate((asked) => globalThis.clipsheetDigest(asked), question);
      console.log(
        [
          `== ${id} [${lang ?? '?'}] ${address.slice(0, 110)}`,
          `  <title> ${title.slice(0, 140)}`,
          ...lines,
        ].join('\n'),
      );
    }
  });
