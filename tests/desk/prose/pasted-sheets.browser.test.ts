import { expect, it } from 'vitest';
import { paste } from './pasted';

it.each([
  ['a style sheet', '<style>.x { display: none }</style><p class="x">#</p>'],
  ['a style sheet for some screens', '<style>@media screen { p.x { opacity: 0 } }</style><p class="x">#</p>'],
  [
    'a style sheet behind them',
    '<p class="x">#</p><style type="text/css">p > b, .x { visibility: hidden }</style>',
  ],
  ['the more specific rule', '<style>p.x { display: none } p { display: block }</style><p class="x">#</p>'],
  ['a rule for links', '<style>p a { color: transparent }</style><p><a href="https://a.example/">#</a></p>'],
  [
    'their own style after that of a sheet',
    '<style>p { display: block }</style><p style="display: none">#</p>',
  ],
  ['a variable of a sheet', '<style>.x { --x: none }</style><p class="x" style="display: var(--x)">#</p>'],
  ['a background of their own colour', '<p style="background-color: currentColor">#</p>'],
  ['a background of the colour that they state', '<p style="color: navy; background: currentcolor">#</p>'],
  ['a place behind the eye', '<p style="transform: perspective(100px) translateZ(200px)">#</p>'],
  ['a place far from the eye', '<p style="transform: perspective(1px) translateZ(-9999px)">#</p>'],
  [
    'a transparent outline',
    '<p style="-webkit-text-fill-color: transparent; -webkit-text-stroke: 2px transparent">#</p>',
  ],
  ['an outline of the colour behind', '<p style="background: white; -webkit-text-stroke: 8px white">#</p>'],
  [
    'a filling around',
    '<div style="-webkit-text-fill-color: transparent"><p style="color: black">#</p></div>',
  ],
  [
    'an outline around',
    '<div style="background: white; -webkit-text-stroke: 9px white"><p style="color: red">#</p></div>',
  ],
])('pasted words that %s hides are left out', (_, html) => {
  const { text, findings } = paste('text/html', `<p>Seen</p>${html.replace('#', 'secret words')}`);
  expect(text).toBe('Seen');
  expect(findings?.hiddenWords).toBe(2);
});

it.each([
  ['outlined', '<p style="-webkit-text-fill-color: transparent; -webkit-text-stroke: 1px #000">#</p>'],
  ['outlined thinly', '<p style="background: #fff; color: #000; -webkit-text-stroke: 1px #fff">#</p>'],
  [
    'filled by their background',
    '<p style="background: linear-gradient(red, blue); background-clip: text; -webkit-text-fill-color: transparent">#</p>',
  ],
  [
    'filled again',
    '<div style="-webkit-text-fill-color: transparent"><p style="-webkit-text-fill-color: currentcolor">#</p></div>',
  ],
  [
    'of another colour than the background',
    '<div style="color: #000; background: currentColor"><p style="color: #fff">#</p></div>',
  ],
  ['before the eye', '<p style="transform: perspective(500px) translateZ(-100px)">#</p>'],
  [
    'of a colour that is stated elsewhere',
    '<p style="color: transparent"></p><p style="color: var(--y)">#</p>',
  ],
  [
    'shown by a more specific rule',
    '<style>p.x { display: block } p { display: none }</style><p class="x">#</p>',
  ],
  [
    'hidden in print',
    '<style>@media print { p { top: 0; display: none } }</style><style media="print">p { opacity: 0 }</style><p>#</p>',
  ],
  ['shown by their own style', '<style>p { display: none }</style><p style="display: block">#</p>'],
])('pasted words are kept that are %s', (_, html) => {
  const { text, findings } = paste('text/html', html.replace(/#(?=<)/u, 'plain words'));
  expect(text).toBe('plain words');
  expect(findings?.hiddenWords ?? 0).toBe(0);
});

it.each([
  ['2,000 rules for 5,000 paragraphs', '.x .y > .z, p { display: none } '.repeat(2_000)],
  ['a rule that looks into all elements', 'p:has(~ p ~ p) { display: none }'],
  ['a rule of 100,000 characters', `p { display: none; --x: ${'x'.repeat(100_000)} }`],
])('a style sheet that would stop the desk is not applied: %s', (_, sheet) => {
  const { text, findings } = paste(
    'text/html',
    `<style>${sheet}</style>${'<p class="z">a</p>'.repeat(5_000)}`,
  );
  expect(text).toMatch(/^a\s+a\s/u);
  expect(findings?.hiddenWords ?? 0).toBe(0);
});
