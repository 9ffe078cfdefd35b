import { afterEach, describe, expect, it } from 'vitest';
import type { QuoteToPlace } from '../../../src/news/arrangement';
import { arrangeQuotes } from '../../../src/reading/quotes/quote-arrangement';
import { readSelectedPassages } from '../../../src/reading/quotes/quote-passages';
import { select, show } from '../selection';

afterEach(() => {
  document.body.replaceChildren();
});

/** Clips the part between the marks. */
function clip(id: string, markup: string, isEdited = false): QuoteToPlace {
  document.body.replaceChildren();
  select(show(markup));
  const [passage] = readSelectedPassages(document);
  if (passage === undefined) throw new Error('Nothing selected');
  return { id, isEdited, textQuote: passage.textQuote, textPosition: passage.textPosition };
}

const arranged = (quotes: QuoteToPlace[]) =>
  arrangeQuotes(document, quotes).map(({ ids, passage }) => [ids.join('+'), passage?.textQuote.exact]);

describe('quotes found again in the page', () => {
  it('are in its order', () => {
    const late = clip('late', '<p>One two three <!--[-->four<!--]--></p>');
    const early = clip('early', '<p>One <!--[-->two<!--]--> three four</p>');
    expect(arranged([late, early])).toEqual([
      ['early', undefined],
      ['late', undefined],
    ]);
  });

  it('are joined if they overlap', () => {
    const a = clip('a', '<p>One <!--[-->two three<!--]--> four</p>');
    const b = clip('b', '<p>One two <!--[-->three four<!--]--></p>');
    expect(arranged([b, a])).toEqual([['a+b', 'two three four']]);
  });

  it('are joined if only white space or hidden text is between them', () => {
    const a = clip('a', '<p><!--[-->One<!--]--></p> <p hidden>ad</p><p>two</p>');
    const b = clip('b', '<p>One</p> <p hidden>ad</p><p><!--[-->two<!--]--></p>');
    expect(arranged([a, b])).toEqual([['a+b', 'One adtwo']]);
  });

  it('are found in a frame of the same site as in the page', () => {
    const a = clip('a', '<p>One <!--[-->two three<!--]--> four</p>');
    const b = clip('b', '<p>One two <!--[-->three four<!--]--></p>');
    const own = clip('own', '<p>Of the <!--[-->page itself<!--]--></p>');
    document.body.replaceChildren();
    show('<p>Of the page itself</p>');
    const frame = document.body.appendChild(document.createElement('iframe'));
    frame.contentDocument?.body.append('One two three four');
    expect(arranged([b, own, a])).toEqual([
      ['own', undefined],
      ['a+b', 'two three four'],
    ]);
  });

  it('stay two if one is edited', () => {
    const a = clip('a', '<p>One <!--[-->two three<!--]--> four</p>', true);
    const b = clip('b', '<p>One two <!--[-->three four<!--]--></p>');
    expect(arranged([b, a])).toEqual([
      ['a', undefined],
      ['b', undefined],
    ]);
  });

  it('are distinguished by their context', () => {
    const second = clip('second', '<p>He said yes. She said <!--[-->yes<!--]--> too.</p>');
    document.body.replaceChildren();
    show('<p>New lines of the day, he wrote.</p><p>He said yes. She said yes too.</p>');
    const [place] = arrangeQuotes(document, [second]);
    expect(document.body.textContent.slice(0, place?.position.start)).toMatch(/She said $/u);
  });

  it('are found if the page has changed its white space', () => {
    const quote = clip('a', '<p>One <!--[-->two three<!--]--></p>');
    document.body.replaceChildren();
    show('<p>One two\n  <b>th\u00ADree</b></p>');
    expect(arranged([quote])).toEqual([['a', undefined]]);
  });

  it('are found if the page has changed their words, and are not read again with those next to them', () => {
    const late = clip('late', '<p>Three ports, one price: <!--[-->it holds until spring<!--]--> for all</p>');
    const early = clip(
      'early',
      '<p><!--[-->Three ports, one price:<!--]--> it holds until spring for all</p>',
    );
    document.body.replaceChildren();
    show('<p>Three ports, one prize: it holds until spring for all</p>');
    expect(arranged([late, early])).toEqual([
      ['early', undefined],
      ['late', undefined],
    ]);
  });

  it('are in no place if the page no longer has them', () => {
    const quote = clip('a', '<p>One <!--[-->two three<!--]--></p>');
    document.body.replaceChildren();
    show('<p>One</p>');
    expect(arranged([quote])).toEqual([]);
  });
});
