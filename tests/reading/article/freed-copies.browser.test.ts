import { expect, it } from 'vitest';
import { readArticleText } from '../../../src/reading/article/article-text';
import { countDocuments } from '../../documents-in-memory';
import { pageOf } from '../parse-page';

it.each(['video', 'audio'])('no copy of a page with a %s element stays in memory', async (name) => {
  const words = '<p>The ministry of ports said on Tuesday that the tariff stays as it is for a year.</p>';
  const body = `<article><h1>Ports</h1>${words.repeat(9)}<${name} src="/a">No sound</${name}></article>`;
  const page = pageOf({ body });
  const before = await countDocuments();
  for (let reading = 0; reading < 20; reading += 1)
    expect(readArticleText(page)?.textContent).toContain('The ministry of ports');
  expect((await countDocuments()) - before).toBeLessThan(5);
});
