import { expect, it } from 'vitest';
import { markdownFromPastedHtml } from '../../../desk/prose/pasted-markdown';
import { paste } from './pasted';

it.each([
  [
    'of a drawing',
    '<svg><text>Seen</text><g><text>in <tspan>parts</tspan></text></g></svg>',
    'Seen\n\nin parts',
  ],
  ['of a drawing in a sentence', '<p>a <svg><text>seen</text></svg> word</p>', 'a\n\nseen\n\nword'],
  ['of HTML in a drawing', '<svg><foreignObject><p>Seen</p></foreignObject></svg>', 'Seen'],
  ['of a formula', '<p>so <math><msup><mi>x</mi><mn>2</mn></msup><mo>=</mo><mn>4</mn></math></p>', 'so x²=4'],
  ['of a fraction', '<p><math><mfrac><mn>1</mn><mi>n</mi></mfrac></math></p>', '1/n'],
  [
    'for a picture that is in the page itself',
    '<p>a <img src="data:image/gif;base64,R0" alt="map"> b</p>',
    'a map b',
  ],
  ['for a picture without a host', '<p>a <img src="/map.png" alt="map"></p>', 'a map'],
  ['for a picture without an address', '<p>a <img alt="🙂"></p>', 'a 🙂'],
  ['apart around an empty paragraph', 'one<p></p>two', 'one\n\ntwo'],
  [
    'apart in blocks that no quote has',
    'one<nav>two</nav>three<form></form>four',
    'one\n\ntwo\n\nthree\n\nfour',
  ],
  ['of the items of a menu', 'one<menu><li>two</li></menu>', 'one\n\n- two'],
  ['of a button in a sentence', '<p>Press <button>Start</button> now</p>', 'Press Start now'],
  [
    'that claim to be the marker of an item',
    '<p>a <i style="mso-list:Ignore">whole sentence of words</i></p>',
    'a *whole sentence of words*',
  ],
])('pasted words are kept %s', (_, html, text) => {
  expect(paste('text/html', html)).toMatchObject({ text, findings: undefined });
});

it.each([
  ['over letters', '<p>東<ruby>京<rp>(</rp><rt>kyo to</rt><rp>)</rp></ruby></p>', '東京'],
  ['for browsers without scripts', '<p>Seen</p><noscript><p>secret words</p></noscript>', 'Seen'],
  ['for browsers without a player', '<p>Seen <video>secret words</video></p>', 'Seen'],
  ['of controls', '<p>Seen <select><option>secret</option></select><textarea>words</textarea></p>', 'Seen'],
  ['of a button by itself', '<p>Seen</p><div><button>Share now</button></div>', 'Seen'],
  ['of a drawing that are not drawn', '<p>Seen</p><svg><defs><text>secret words</text></defs></svg>', 'Seen'],
  ['of a drawing without a filling', '<p>Seen</p><svg><text fill="none">secret words</text></svg>', 'Seen'],
  [
    'of a drawing that an attribute hides',
    '<p>Seen</p><svg><g display="none"><text>secret words</text></g></svg>',
    'Seen',
  ],
  [
    'of the source of a formula',
    '<p><math><semantics><mi>x</mi><annotation>secret words</annotation></semantics></math></p>',
    'x',
  ],
])('pasted words %s are left out, and the desk is told how many', (_, html, text) => {
  expect(paste('text/html', html)).toMatchObject({ text, findings: { pictures: 0, hiddenWords: 2 } });
});

it('a style sheet in a paste is not words, however long it is', () => {
  const html = `<style>${'p { color: red } '.repeat(10_000)}</style><p>Seen</p><script>let a;</script>`;
  expect(paste('text/html', html)).toMatchObject({ text: 'Seen', findings: undefined });
});

it('the signs that pictures stand for are in a new clip', () => {
  const html =
    '<p>Good <img src="https://a.example/1f642.png" alt="🙂"> <img src="https://a.example/b.png" alt="A photo"></p>';
  expect(markdownFromPastedHtml(html).trim()).toBe('Good 🙂');
});

it('what stands after 3,000 empty elements is pasted', () => {
  const html = `<p>a${'<i></i>'.repeat(3_000)}<b> </b>b</p>`;
  expect(paste('text/html', html)).toMatchObject({ text: 'a b', findings: undefined });
});

it('the desk is told that a paste of more than 20,000 elements is not whole', () => {
  const html = `<p>a</p>${'<i>c</i>'.repeat(30_000)}<p>b</p>`;
  expect(paste('text/html', html).findings?.isCut).toBe(true);
});
