import { afterEach, describe, expect, it } from 'vitest';
import { readSelectedPassages } from '../../../src/reading/quotes/quote-passages';
import { quoteFromPassage } from '../../../src/quotes/quote-of-passage';
import { select, show } from '../selection';

afterEach(() => {
  document.body.replaceChildren();
});

/** The Markdown of the selection. */
function quoteOf(selected: Document = document): string {
  return readSelectedPassages(selected)
    .map((passage) => quoteFromPassage(passage, 'a').markdown)
    .join('\n---\n');
}

function quote(markup: string): string {
  select(show(markup));
  return quoteOf();
}

const HIDDEN = 'position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0 0 0 0)';

describe('a quote of the selection', () => {
  it.each([
    [
      'across columns of one text',
      '<div style="columns: 2"><p>One <!--[-->two</p><p>three</p><p>four<!--]--> five</p></div>',
      'two\n\nthree\n\nfour',
    ],
    [
      'across columns that are boxes side by side',
      '<div style="display: flex"><div>One <!--[-->two</div><div>three<!--]--> four</div></div>',
      'two\n\nthree',
    ],
    [
      'over a figure has its caption as a paragraph',
      '<p>One <!--[-->two</p><figure><img alt="No words" src="data:,"><figcaption>The harbour. <small>Photo: Ada Stone</small></figcaption></figure><p>three<!--]--></p>',
      'two\n\nThe harbour. Photo: Ada Stone\n\nthree',
    ],
    [
      'over a table has its rows',
      '<p>One <!--[-->two</p><table><caption>Ships</caption><thead><tr><th>Port<th>Ships</tr></thead><tbody><tr><td>Mervia<td>12</tr><tr><td>Tell<td>7</tr></tbody></table><p>three<!--]--></p>',
      'two\n\nShips\n\nPort\u2003Ships\n\nMervia\u200312\n\nTell\u20037\n\nthree',
    ],
    [
      'from the middle of a table',
      '<table><tr><td>Mervia<td>1<!--[-->2</tr><tr><td>Te<!--]-->ll<td>7</tr></table>',
      '2\n\nTe',
    ],
    [
      'into a blockquote',
      '<p>She <!--[-->said:</p><blockquote><p>We meet.</p><p>Then we<!--]--> part.</p></blockquote>',
      'said:\n\n> We meet.\n>\n> Then we',
    ],
    [
      'of quotes within quotes',
      '<blockquote><p><!--[-->He wrote:</p><blockquote><p>No.</p></blockquote></blockquote><p>Then: <q>I told him <q>yes</q>.</q><!--]--></p>',
      '> He wrote:\n>\n> > No.\n\nThen: "I told him \'yes\'."',
    ],
    [
      'with a drop cap that floats',
      '<p><!--[--><span style="float: left; font-size: 3em">T</span>he talks<!--]--> went on.</p>',
      'The talks',
    ],
    [
      'with a drop cap for the eye and a word for the ear',
      `<p><!--[--><span aria-hidden="true" style="float: left">T</span><span aria-hidden="true">he</span><span style="${HIDDEN}">The</span> talks<!--]--></p>`,
      'The talks',
    ],
    [
      'with a drop cap that the style makes',
      '<style>.lede::first-letter { float: left; font-size: 3em }</style><p class="lede"><!--[-->The talks<!--]--> went on.</p>',
      'The talks',
    ],
    [
      'with ruby has the words and not the small print over them',
      '<p><!--[--><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字<rp>(</rp><rt>じ</rt><rp>)</rp></ruby>を読む<!--]--></p>',
      '漢字を読む',
    ],
    [
      'leaves out what cannot be selected',
      '<p><!--[-->One <span style="user-select: none">Share this</span>two<!--]--></p>',
      'One two',
    ],
    [
      'over buttons leaves them out',
      '<p><!--[-->One</p><button>Share</button> <span role="button">Save</span><p>two<!--]--></p>',
      'One\n\ntwo',
    ],
    [
      'over advertisements that are hidden leaves them out',
      `<p><!--[-->One</p><div style="display: none">Buy</div><div hidden>Buy</div><div style="visibility: hidden">Buy</div><div style="opacity: 0">Buy</div><div style="${HIDDEN}">Advertisement</div><div style="font-size: 0">Buy</div><details><summary>More</summary><p>Buy</p></details><p>two<!--]--></p>`,
      'One\n\nMore\n\ntwo',
    ],
    [
      'over what is fading in has it',
      '<p><!--[-->One</p><p style="opacity: 0.1">two</p><p>three<!--]--></p>',
      'One\n\ntwo\n\nthree',
    ],
    [
      'in what is shown within what is hidden',
      '<p style="visibility: hidden">No <span style="visibility: visible">one <!--[-->two<!--]--></span></p>',
      'two',
    ],
    [
      'with footnote marks',
      '<p><!--[-->The pact.<sup id="ref1"><a href="#note1">1</a></sup> It held,<a href="#note2"><span style="vertical-align: super; font-size: 0.7em">2</span></a> they say.<!--]--></p>',
      'The pact.[1] It held,[2] they say.',
    ],
    [
      'that runs from right to left',
      '<p dir="rtl"><!--[-->قال <bdi>Ada Stone</bdi> إن <a href="https://a.example/">الاتفاق</a> (COP28) مستمر.<!--]--></p>',
      'قال Ada Stone إن [الاتفاق](https://a.example/) (COP28) مستمر.',
    ],
    [
      'of poetry set with line breaks',
      '<p><!--[-->The ships come in,<br>the ships go out,<br><br>and no one<br>asks<!--]--></p>',
      'The ships come in,\\\nthe ships go out,\n\nand no one\\\nasks',
    ],
    [
      'of poetry whose lines are blocks',
      '<div><!--[--><span style="display: block">The ships come in,</span><span style="display: block">the ships go out,</span><!--]--></div>',
      'The ships come in,\n\nthe ships go out,',
    ],
    [
      'of lines that the style keeps',
      '<p style="white-space: pre-line"><!--[-->The ships come in,\n   the ships go out<!--]--></p>',
      'The ships come in,\\\nthe ships go out',
    ],
    [
      'of preformatted text with links keeps lines and links',
      '<pre><!--[-->The <a href="https://a.example/">ships</a>\ncome in<!--]--></pre>',
      'The [ships](https://a.example/)\\\ncome in',
    ],
    [
      'of code keeps its spaces',
      '<p><!--[-->So:</p><pre><code>if (a)\n  b()</code></pre><!--]-->',
      'So:\n\n```\nif (a)\n  b()\n```',
    ],
    [
      'from the middle of a list',
      '<ol><li>one</li><li>t<!--[-->wo</li><li>three<ul><li>a</li><li>b<!--]--></li></ul></li></ol>',
      '2. wo\n3. three\n   - a\n   - b',
    ],
    [
      'that ends before the next paragraph, as three clicks do',
      '<p><!--[-->One two.</p><p><!--]-->Three.</p>',
      'One two.',
    ],
    [
      'of a formula',
      '<p><!--[-->Since <math><mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup></math>, all<!--]--></p>',
      'Since E=mc², all',
    ],
    [
      'of words that pages break with marks no one sees',
      '<p><!--[-->extra\u00ADordi\u200Bnary <wbr>words<!--]--></p>',
      'extraordinary words',
    ],
    [
      'of a link drawn as a card',
      '<p><!--[-->One</p><a href="https://a.example/" style="display: block"><h3>Talks</h3><p>They go on.</p></a><p>two<!--]--></p>',
      'One\n\n### [Talks](https://a.example/)\n\n[They go on.](https://a.example/)\n\ntwo',
    ],
    [
      'in an element that has no box of its own',
      '<article style="display: contents"><p>One <!--[-->two</p><p>three<!--]--></p></article>',
      'two\n\nthree',
    ],
  ])('%s', (_, markup, expected) => {
    expect(quote(markup)).toBe(expected);
  });
});

describe('a quote from a shadow root', () => {
  function showShadow(inside: string): ShadowRoot {
    const host = show('<p>Before</p><div id="host">slotted <b>words</b></div><p>After</p>').querySelector(
      '#host',
    );
    if (host === null) throw new Error('No host');
    const shadow = host.attachShadow({ mode: 'open' });
    shadow.append(document.createRange().createContextualFragment(inside));
    return shadow;
  }

  it('has what is selected there', () => {
    const shadow = showShadow('<p>One two</p><p>three <a href="https://a.example/">four</a></p>');
    const [first, second] = shadow.querySelectorAll('p');
    document.getSelection()?.setBaseAndExtent(first?.firstChild ?? shadow, 4, second ?? shadow, 2);
    expect(quoteOf()).toBe('two\n\nthree [four](https://a.example/)');
  });

  it('has what is in its slots', () => {
    const shadow = showShadow('<p>One <slot></slot> two</p>');
    const words = shadow.host.querySelector('b')?.firstChild;
    document.getSelection()?.setBaseAndExtent(shadow.host.firstChild ?? shadow, 0, words ?? shadow, 3);
    expect(quoteOf()).toBe('slotted **wor**');
  });

  it('has what is selected across it', () => {
    const shadow = showShadow('<p>One two</p>');
    const around = shadow.host.parentElement;
    const [before, after] = around?.querySelectorAll(':scope > p') ?? [];
    document
      .getSelection()
      ?.setBaseAndExtent(before?.firstChild ?? shadow, 3, after?.firstChild ?? shadow, 2);
    expect(quoteOf()).toBe('ore\n\nOne two\n\nAf');
  });
});

describe('a quote from a frame of the same origin', () => {
  async function showFrame(markup: string): Promise<Document> {
    const frame = document.createElement('iframe');
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    frame.src = 'about:blank';
    show('<p>Outside</p>').append(frame);
    await loaded;
    const inside = frame.contentDocument;
    if (inside === null) throw new Error('No frame');
    inside.body.append(inside.createRange().createContextualFragment(markup));
    frame.focus();
    return inside;
  }

  it('has what is selected there', async () => {
    const inside = await showFrame(
      '<p>One <a href="https://a.example/">two</a></p><p>three <em>four</em></p>',
    );
    const [first, second] = inside.querySelectorAll('p');
    inside.getSelection()?.setBaseAndExtent(first ?? inside.body, 1, second ?? inside.body, 2);
    expect(quoteOf()).toBe('[two](https://a.example/)\n\nthree *four*');
  });

  it('has what is selected in a field there', async () => {
    const inside = await showFrame('<textarea>One two</textarea>');
    const field = inside.querySelector('textarea');
    field?.focus();
    field?.setSelectionRange(4, 7);
    expect(quoteOf()).toBe('two');
  });
});
