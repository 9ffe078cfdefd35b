import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { expect, test } from 'vitest';
import { REPORT } from '../../src/news/house-style';
import { composeIssue } from '../../src/newsletter/issue-tree';
import { printForTarget } from '../../src/newsletter/to-target';
import { composeEveryFeature } from './every-feature';
import { readHtml } from './printed-blocks';

const DOCUMENT = readFileSync(join(import.meta.dirname, '../../docs/targets.md'), 'utf8');

/** The words in the code spans of a line of the document that begins so. */
function listed(beginning: string): Set<string> {
  const line = DOCUMENT.split('\n').find((text) => text.startsWith(beginning)) ?? '';
  return new Set([...line.matchAll(/`([^`]+)`/gu)].map(([, word = '']) => word));
}

function elementsOf(node: DefaultTreeAdapterTypes.Node): DefaultTreeAdapterTypes.Element[] {
  const own = 'tagName' in node ? [node] : [];
  return 'childNodes' in node ? [...own, ...node.childNodes.flatMap(elementsOf)] : own;
}

test.each(['styledEmail', 'wechat'] as const)(
  'the HTML for %s holds only the elements, attributes and inline properties that the document lists',
  (target) => {
    const elements = elementsOf(parseFragment(printForTarget(composeEveryFeature(), target)));
    const [names, attributes, properties] = ['Elements:', 'Attributes:', 'Properties:'].map(listed);
    expect(elements.length).toBeGreaterThan(100);
    for (const { tagName, attrs } of elements) {
      expect(names).toContain(tagName);
      for (const { name, value } of attrs) {
        expect(attributes).toContain(name);
        if (name === 'style')
          for (const rule of value.split(';')) expect(properties).toContain(rule.split(':')[0]);
      }
    }
  },
);

test.each(['styledEmail', 'wechat'] as const)(
  'the HTML for %s has the bar of a quote where its lines begin',
  (target) => {
    const introduction = '> A quote.\n\nBetween.\n\n> اقتباس من الصحيفة';
    const html = printForTarget(composeIssue({ introduction, sections: [] }, REPORT), target);
    const [first = '', second = ''] = html.match(/<blockquote[^>]*>/gu) ?? [];
    expect(first).toMatch(/padding:\d\S* 0 \d\S* 1\dpx;border-left:3px/u);
    expect(second).toMatch(/dir="rtl".*padding:\d\S* 1\dpx \d\S* 0;border-right:3px/u);
    expect(second).not.toContain('border-left');
  },
);

test('for WeChat, links are words with the number of a note, and the notes stand last', () => {
  const introduction =
    '[one](https://a.example/1), [two](https://a.example/2), [one more](https://a.example/1), ' +
    '<https://a.example/3> and <desk@a.example>';
  const html = printForTarget(composeIssue({ introduction, sections: [] }, REPORT), 'wechat');
  expect(html).not.toMatch(/<a\b|href/u);
  expect(readHtml(html).map(({ text }) => text)).toEqual([
    'one[1], two[2], one more[1], https://a.example/3 and desk@a.example',
    '[1] https://a.example/1',
    '[2] https://a.example/2',
  ]);
});

test('for WeChat, each article of the issue is in a note', () => {
  const html = printForTarget(composeEveryFeature(), 'wechat');
  const addresses = printForTarget(composeEveryFeature(), 'email').matchAll(/href="(https?:[^"]*)"/gu);
  for (const [, address = ''] of addresses) expect(html).toContain(address);
});
