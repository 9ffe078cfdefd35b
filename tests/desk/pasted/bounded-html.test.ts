import { describe, expect, it } from 'vitest';
import { boundHtml } from '../../../desk/pasted/bounded-html';

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
  ])('is kept: %s', (_, html) => {
    expect(boundHtml(html)).toStrictEqual({ html, isCut: false });
  });

  it('is cut where elements are too deep, which takes Firefox a minute', () => {
    const { html, isCut } = boundHtml(`${'<div>'.repeat(400_000)}deep`);
    expect([html.length, isCut]).toStrictEqual([5 * 12_000, true]);
  });

  it('is cut where there are too many elements', () => {
    expect(boundHtml('<br>'.repeat(500_000))).toMatchObject({ html: '<br>'.repeat(200_000), isCut: true });
  });

  it.each([
    ['many rules for many elements', '.a .b > .c { color: red }'.repeat(2_000)],
    ['a rule that looks into all elements', 'p:has(* * *) { color: red }'],
  ])('loses its style sheet: %s', (_, rules) => {
    const { html, isCut } = boundHtml(
      `<STYLE type="text/css">${rules}</STYLE>${'<p class="c">One</p>'.repeat(2_000)}`,
    );
    expect(html.slice(0, 50)).toContain('<style type="text/plain" type="text/css">');
    expect(isCut).toBe(false);
  });
});
