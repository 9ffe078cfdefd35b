import { afterEach, describe, expect, it } from 'vitest';
import { readSelectedPassages } from '../../../src/reading/quotes/quote-passages';
import { select, show } from '../selection';

afterEach(() => {
  document.body.replaceChildren();
});

/** The terms of the link to the part between the marks. */
function linkTo(markup: string): string | undefined {
  select(show(markup));
  const fragment = readSelectedPassages(document)[0]?.fragment;
  return fragment && decodeURIComponent(fragment.replace(':~:text=', ''));
}

const LONG = 'the harbour is open to all ships of the inner sea';

describe('the link to the selection', () => {
  it.each([
    ['has its words', '<p>They say <!--[-->the port is open<!--]--> now.</p>', 'the port is open'],
    [
      'goes from cell to cell of a table',
      '<table><tr><td>Port<td>Ships</tr><tr><!--[--><td>Mervia<td>12 in all<!--]--></tr></table>',
      'Mervia,12 in all',
    ],
    [
      'has no hyphens that nobody sees',
      '<p>An <!--[-->extra\u00ADordi\u200Bnary\u2060 price<!--]--> of it</p>',
      'extraordinary price',
    ],
    [
      'goes on over a caption',
      `<p>So <!--[-->${LONG}</p><figure><figcaption>Mervia in May</figcaption></figure><p>and nobody named a figure for it<!--]--></p>`,
      'the harbour is open,a figure for it',
    ],
    [
      'neither begins nor ends with words that nobody sees',
      '<p><!--[--><b style="color: white">Send money</b> The port is <i style="color: white">never</i> open to all of <u style="font-size: 1px">you fools</u><!--]--></p>',
      'The port is,open to all of',
    ],
    [
      'has no words that nobody sees around the one word that is selected',
      '<p>Port</p><p><!--[--><b style="color: white">no</b> port <i style="color: white">never</i><!--]--></p>',
      undefined,
    ],
    [
      'begins in a caption',
      '<figure><figcaption>Mervia <!--[-->in May</figcaption></figure><p>So it is<!--]--> now</p>',
      'in May,So it is',
    ],
    [
      'has no word of a box within it at which a browser would stop',
      '<p><!--[-->One two three <span style="display: inline-block">four</span> five six seven eight<!--]--></p>',
      'One two three,five six seven eight',
    ],
    [
      'tells a line from the same line before it by what stands before',
      '<p>Monday</p><p>No talks were held</p><p>Tuesday</p><p><!--[-->No talks were held<!--]--></p>',
      'Tuesday-,No talks were held',
    ],
    [
      'knows of words that are transparent, which browsers find',
      '<p style="opacity: 0">On Monday the port is open</p><p>They say <!--[-->the port is open<!--]--> now.</p>',
      'say-,the port is open',
    ],
    [
      'does not mind words that are not displayed',
      '<p style="display: none">The port is open</p><p>They say <!--[-->the port is open<!--]--> now.</p>',
      'the port is open',
    ],
    [
      'is that of the first of several that nothing tells apart',
      `<p><!--[-->Read more here<!--]--></p>${'<p>Read more here</p>'.repeat(5)}`,
      'Read more here',
    ],
  ])('%s', (_, markup, terms) => {
    expect(linkTo(markup)).toBe(terms);
  });

  it('is absent in a frame, in a field, or if only marks are selected', () => {
    expect(linkTo('<p>They say<!--[--> – <!--]-->now</p>')).toBeUndefined();
    const frame = document.body.appendChild(document.createElement('iframe'));
    frame.contentDocument?.body.append('The port is open');
    frame.contentDocument?.getSelection()?.selectAllChildren(frame.contentDocument.body);
    frame.focus();
    frame.contentWindow?.focus();
    const [passage] = readSelectedPassages(document);
    expect(passage?.textQuote.exact).toBe('The port is open');
    expect(passage?.fragment).toBeUndefined();
  });
});
