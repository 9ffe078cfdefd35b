import { toHtml } from 'hast-util-to-html';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { readSelectedPassages, readSelection } from '../../../src/reading/quotes/quote-passages';
import { select, show } from '../selection';

afterEach(() => {
  document.body.replaceChildren();
});

/** The passage between the marks, as HTML. */
function read(markup: string): string[] {
  select(show(markup));
  return readSelectedPassages(document).map(({ tree }) => toHtml(tree));
}

it('says that words could not be examined if there was no time for it', () => {
  select(show('<p>One <!--[-->two <b style="clip-path: circle(0); display: block">three</b><!--]--></p>'));
  expect(readSelection(document).isSelectionUnread).toBe(false);
  let time = 0;
  const now = vi.spyOn(performance, 'now').mockImplementation(() => (time += 400));
  const { passages, isSelectionUnread } = readSelection(document);
  now.mockRestore();
  expect(passages.map(({ textQuote }) => textQuote.exact)).toEqual(['two three']);
  expect(isSelectionUnread).toBe(true);
});

it('leaves out what nobody sees, and says that it could not examine all, where the browser refuses to tell of highlights', () => {
  select(show('<p><!--[-->One <b style="color: white">two</b></p><p>three<!--]--></p>'));
  CSS.highlights.set('words', new Highlight(new Range()));
  const refusal = vi.spyOn(CSS.highlights, 'forEach').mockImplementation(() => {
    throw new Error('Permission denied to access object');
  });
  onTestFinished(() => {
    refusal.mockRestore();
    CSS.highlights.clear();
  });
  const { passages, isSelectionUnread } = readSelection(document);
  expect(passages.map(({ concealed }) => concealed?.words)).toEqual(['two']);
  expect(isSelectionUnread).toBe(true);
});

it('examines the other words where a word causes an error, and says that it could not examine all', () => {
  select(show('<p><!--[-->One <i>two</i> <b style="color: white">three</b><!--]--></p>'));
  const refusal = vi.spyOn(Range.prototype, 'getClientRects').mockImplementationOnce(() => {
    throw new Error('A page can cause errors');
  });
  onTestFinished(() => refusal.mockRestore());
  const { passages, isSelectionUnread } = readSelection(document);
  expect(passages.map(({ concealed }) => concealed?.words)).toEqual(['three']);
  expect(isSelectionUnread).toBe(true);
});

it('says that words could not be examined while the page shows a picture of other words', async () => {
  const page = show('<p>Seen before</p>');
  const style = document.createElement('style');
  style.textContent = '::view-transition-group(*) { animation-duration: 60s }';
  document.head.append(style);
  onTestFinished(() => style.remove());
  const transition = document.startViewTransition(() => {
    page.replaceChildren(...show('<p><!--[-->One <b>two</b><!--]--> three</p>').childNodes);
  });
  onTestFinished(() => transition.finished);
  await transition.ready;
  select(page);
  expect(readSelection(document).isSelectionUnread).toBe(true);
  transition.skipTransition();
  await transition.finished;
  expect(readSelection(document).isSelectionUnread).toBe(false);
});

describe('a selection', () => {
  it.each([
    ['of a few words', '<p>One <!--[-->two<!--]--> three</p>', 'two'],
    [
      'across paragraphs keeps them',
      '<p>One <!--[-->two</p><p>three<!--]--> four</p>',
      '<p>two</p><p>three</p>',
    ],
    [
      'that begins in a link keeps the link',
      '<p><a href="/x">One <!--[-->two</a> three<!--]--></p>',
      `<a href="${location.origin}/x">two</a> three`,
    ],
    [
      'keeps emphasis',
      '<p><!--[-->a <em>b</em> <b>c</b> <i>d</i><!--]--></p>',
      'a <em>b</em> <strong>c</strong> <em>d</em>',
    ],
  ])('%s', (_, markup, expected) => {
    expect(read(markup)).toEqual([expected]);
  });
});
