import fc from 'fast-check';
import { parse, parseFragment, serialize, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, it } from 'vitest';
import { boundHtml } from '../../../desk/pasted/bounded-html';
import { readTags } from '../../../desk/pasted/html-tags';
import { runsOf } from '../../property-runs';

describe('pasted HTML', () => {
  it.each([
    ['paragraphs', '<p>One</p><p>Two<br>three</p>'],
    ['a small style sheet', '<style>.a { color: red }</style><p class="a">One</p>'],
    [
      'a large style sheet over few elements',
      `<style>${'.a { color: red }'.repeat(2_000)}</style><p>One</p>`,
    ],
    ['lines without end', 'one<br>'.repeat(20_000)],
    ['as many paragraphs as a paste has', '<p>One</p>'.repeat(20_000)],
    [
      '10,000 elements within one another, with their ends',
      `${'<div>'.repeat(10_000)}${'</div>'.repeat(10_000)}<p>One</p>`,
    ],
  ])('is kept: %s', (_, html) => {
    expect(boundHtml(html)).toStrictEqual({ html, isCut: false });
  });

  it('is cut where elements are too deep, which takes Firefox a minute', () => {
    const { html, isCut } = boundHtml(`${'<div>'.repeat(400_000)}deep`);
    expect([html.length, isCut]).toStrictEqual([5 * 12_000, true]);
  });

  it('is cut where its depth is hidden by end tags that are none', () => {
    expect(boundHtml('<div title="</div>">'.repeat(50_000)).isCut).toBe(true);
    expect(boundHtml('<div></p>'.repeat(50_000)).isCut).toBe(true);
  });

  it('is cut where many elements are in deep ones', () => {
    expect(boundHtml(`${'<div>'.repeat(11_000)}${'<p>One</p>'.repeat(50_000)}`).isCut).toBe(true);
  });

  it('is cut where there are too many elements', () => {
    expect(boundHtml('<br>'.repeat(500_000))).toMatchObject({ html: '<br>'.repeat(200_000), isCut: true });
  });
});

/** How many elements are within one another. */
function depthOf(html: string): number {
  let deepest = 0;
  const nodes: [DefaultTreeAdapterTypes.Node, number][] = [[parse(html, { scriptingEnabled: false }), 0]];
  for (let next = nodes.pop(); next !== undefined; next = nodes.pop()) {
    const [node, depth] = next;
    deepest = Math.max(deepest, depth);
    const children = 'childNodes' in node ? node.childNodes : [];
    nodes.push(...children.map((child): [DefaultTreeAdapterTypes.Node, number] => [child, depth + 1]));
    if ('content' in node) nodes.push([node.content, depth]);
  }
  return deepest;
}

/** How many elements are within one another by the tags, at most. */
function countedIn(html: string): number {
  let [depth, deepest] = [0, 0];
  for (const { change } of readTags(html)) deepest = Math.max(deepest, (depth += change));
  return deepest;
}

/** The document, its body, and a text in the last element. */
const AROUND = 4;
/** A table adds two elements to each cell. */
const OF_TABLES = 3;

describe('HTML that hides how deep it is', () => {
  it.each([
    ['an end tag in a value', '<div title="</div>">'],
    ['an end tag in a value of another form', "<div title='></div>'>"],
    ['an end tag in a comment', '<div><!-- </div> -->'],
    ['an end tag in what is a comment', '<div><?</div><b>'],
    ['an end tag in a style sheet', '<div><style></div></style>'],
    ['an end tag of another element', '<div></p>'],
    ['an end tag behind an element that it does not close', '<i><div></i>'],
    ['elements without end in a drawing', '<svg><input>'],
    ['the end of a form in a table', '<form><table><td></form></td></table></form>'],
    ['a value that has no name', '<div "=" </div>">'],
    ['letters that are lower-case in another script', '<div\u212A></divk>'],
    ['a space of another script', '<div\u00A0x></div>'],
  ])('is as deep as was counted: %s', (_, html) => {
    const repeated = html.repeat(200);
    expect(depthOf(repeated)).toBeGreaterThan(190);
    expect(countedIn(repeated)).toBeGreaterThan(190);
  });

  const part = fc.constantFrom(
    ...'div p span table tr td form svg math title style textarea select template li b h1 mi desc'
      .split(' ')
      .flatMap((name) => [`<${name}>`, `</${name}>`, `<${name} a="`, `<${name}/>`]),
    ...[
      '"',
      "'",
      '>',
      '<',
      '/',
      '=',
      ' ',
      ' a=',
      ' a="x"',
      '<!--',
      '-->',
      '--!>',
      '<![CDATA[',
      ']]>',
      '<!',
      '<?',
      '</',
    ],
    ...['<br>', '<input>', '<script>', '</script>', '\u212A', '\u00A0', 'x'],
  );

  it('is never deeper than was counted, whatever it consists of', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 12 }), (parts) => {
        const html = parts.join('').repeat(50);
        expect(depthOf(html)).toBeLessThanOrEqual(countedIn(html) * OF_TABLES + AROUND);
      }),
      { numRuns: runsOf(5000) },
    );
  });

  const writtenPart = fc.constantFrom(
    ...'div p b table tr td ul li h1 svg'.split(' ').flatMap((name) => [`<${name}>`, `</${name}>`]),
    ...[
      '<br>',
      '<style>p > a { top: 0 }</style>',
      '<a href="/?a=>&b">',
      "<p class=a title='\"'>",
      'words',
      '1 > 0 & 1',
      '<!-- <div> -->',
      '<!-- \n -->',
    ],
  );

  it('is counted exactly if a browser wrote it', () => {
    fc.assert(
      fc.property(fc.array(writtenPart, { maxLength: 30 }), (parts) => {
        const html = serialize(parseFragment(parts.join('')));
        const open = [...readTags(html)].reduce((sum, { change }) => sum + change, 0);
        expect(open).toBe(0);
      }),
      { numRuns: runsOf(2000) },
    );
  });
});
