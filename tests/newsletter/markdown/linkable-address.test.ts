import fc from 'fast-check';
import { expect, it } from 'vitest';
import { articleAddress, siteOf } from '../../../src/news/address';
import { REPORT } from '../../../src/news/house-style';
import { composeIssue } from '../../../src/newsletter/issue-tree';
import { linkableAddress } from '../../../src/newsletter/markdown/linkable-address';
import { printHtml } from '../../../src/newsletter/to-html';
import { runsOf } from '../../property-runs';

it.each([
  ['https://аpple.com/новости?q=я', 'https://xn--pple-43d.com/новости?q=я'],
  ['http://пример.рф:8080/а', 'http://xn--e1afmkfd.xn--p1ai:8080/а'],
  ['https://user@аpple.com/', 'https://user@xn--pple-43d.com/'],
  ['https://www.daily.example/日本', 'https://www.daily.example/日本'],
  ['https://ｗww.daily.example/', 'https://www.daily.example/'],
])('writes the host of %s as browsers show it', (address, linkable) => {
  expect(linkableAddress(address)).toBe(linkable);
});

it.each([
  ['HTTPS://Daily.example/A', 'https://Daily.example/A'],
  ['Mailto:desk@daily.example', 'mailto:desk@daily.example'],
  ['https:daily.example/a', 'https://daily.example/a'],
])('writes %s so that HTML links to it from every page', (address, linkable) => {
  expect(linkableAddress(address)).toBe(linkable);
  const issue = composeIssue({ sections: [], signOff: `[a](${address})` }, REPORT);
  expect(printHtml(issue)).toContain(`<a href="${linkable}">`);
});

/** Hosts with similar letters of several scripts. */
const label = fc.string({
  unit: fc.constantFrom(...'a à а α е ο о р с ѕ і һ ɑ ｅ 日 本 例 え 测 试 م ث ا ل 한 국 ı ٠'.split(' ')),
  minLength: 1,
  maxLength: 12,
});
const host = fc.tuple(label, fc.constantFrom('com', 'рф', 'example')).map((labels) => labels.join('.'));

it('never shows a host that imitates another', () => {
  fc.assert(
    fc.property(host, fc.constantFrom('', '/путь', '?q=я', '#é'), (name, rest) => {
      const address = `https://${name}${rest}`;
      if (!URL.canParse(address)) return;
      const { hostname } = new URL(address);
      for (const shown of [linkableAddress(address), articleAddress(address)])
        expect(shown?.slice('https://'.length).split(/[/?#]/u)[0]).toBe(hostname);
      expect(siteOf(address)).toMatch(/^[ -~]+$/u);
      expect(new URL(linkableAddress(address) ?? '').href).toBe(new URL(address).href);
    }),
    { numRuns: runsOf(1000) },
  );
});
