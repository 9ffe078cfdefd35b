/**
 * `npx tsx scripts/read/shown.ts DIR [EACH] [N] [TEXT]` makes N selections (2) in one page of a corpus in EACH (10) whose id
 * contains TEXT, opens the link to each selection in Chromium, and prints how many selections have a link, and how many links
 * highlight exactly their words.
 */
import { listCorpusPages } from './corpus';
import { tryLinks } from './shown-quotes';

const [folder, each = '10', perPage = '2', only = ''] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Usage: npx tsx scripts/read/shown.ts DIR [EACH] [N] [TEXT]');
  process.exitCode = 1;
} else {
  const pages = listCorpusPages(folder).filter(({ id }, at) => at % Number(each) === 0 && id.includes(only));
  const shown = await tryLinks(pages, Number(perPage));
  const linked = shown.filter(({ fragment }) => fragment !== undefined);
  const seen = linked.filter(({ isSeen }) => isSeen);
  const exact = seen.filter(({ isExact }) => isExact);
  for (const quote of shown) if (!quote.isExact) console.log(JSON.stringify(quote));
  console.log(
    `${shown.length} selections, ${linked.length} with a link, of which ${seen.length} can be seen and ${exact.length} highlight exactly their words`,
  );
}
