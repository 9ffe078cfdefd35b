/**
 * `npx tsx scripts/read/found.ts DIR [EACH] [LENGTH]` takes three quotes from each page of a corpus (or from one page in
 * `EACH`), edits the page, searches for the quotes, and prints how often they were found at their place. With a length, pages
 * are joined until their text has this many characters. Needs no browser.
 */
import { listCorpusPages, type CorpusPage } from './corpus';
import { countFoundQuotes } from './found-quotes';
import { readPageWords } from './page-words';

const [folder, each = '1', length = '0'] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Usage: npx tsx scripts/read/found.ts DIR [EACH] [LENGTH]');
  process.exitCode = 1;
} else {
  const pages = listCorpusPages(folder).filter((_, at) => at % Number(each) === 0);
  const { counts, milliseconds } = countFoundQuotes(
    Number(length) > 0 ? joinPages(pages, Number(length)) : pages,
  );
  console.log('| edit | quotes | found | wrong place | same | moved | changed | gone |');
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- |');
  for (const { edit, quotes, found, wrong, same, moved, changed, gone } of counts)
    console.log(`| ${[edit, quotes, found, wrong.length, same, moved, changed, gone].join(' | ')} |`);
  for (const { edit, wrong, missed } of counts)
    for (const [what, names] of Object.entries({ wrong, missed }))
      for (const name of names) console.log(`${edit}, ${what}: ${name}`);
  const sorted = milliseconds.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))]?.toFixed(1);
  console.log(
    `Milliseconds of the processor a search, with reading the text: ${at(0.5)} median, ${at(0.95)} p95, ${at(1)} most`,
  );
}

function joinPages(pages: readonly CorpusPage[], length: number): CorpusPage[] {
  const joined: CorpusPage[] = [];
  let markup = '';
  for (const page of pages) {
    markup += page.markup();
    if (readPageWords(markup).text.length < length) continue;
    const whole = markup;
    joined.push({ ...page, markup: () => whole });
    markup = '';
  }
  return joined;
}
