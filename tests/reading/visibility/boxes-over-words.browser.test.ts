import { afterEach, describe, expect, it } from 'vitest';
import { readShown, wordsOf } from './shown-page';

afterEach(() => {
  document.body.replaceChildren();
});

/** Words under a box with these styles, which fills theirs. */
const under = (css: string, content = ''): [css: string, markup: string] => [
  `body, .b { background: white }
   .b { position: relative; isolation: isolate; margin: 20px 0 }
   i, .f { position: absolute; inset: 0 }
   i { ${css} }`,
  `<p>Seen</p><div class="b"><p>hidden words</p><i>${content}</i></div><p>too</p>`,
];

describe('a box over words', () => {
  it.each([
    ['that lightens, in white', under('background: white; mix-blend-mode: lighten')],
    ['that screens, in white', under('background: white; mix-blend-mode: screen')],
    ['that adds its light, in white', under('background: white; mix-blend-mode: plus-lighter')],
    ['that gives its luminosity, in white', under('background: white; mix-blend-mode: luminosity')],
    [
      'that lightens, with a white one in it',
      under('mix-blend-mode: lighten', '<b class="f" style="background: white"></b>'),
    ],
    ['that brightens what is behind it', under('backdrop-filter: brightness(100) contrast(0) brightness(9)')],
    [
      'that is generated, and makes white of what is behind it',
      [
        'body { background: white } div { position: relative } div::after { content: ""; position: absolute; inset: -2px; backdrop-filter: invert(1) brightness(0) invert(1) }',
        '<p>Seen</p><div>hidden words</div><p>too</p>',
      ],
    ],
    [
      'that is blended with the page as they are',
      [
        'body { background: white } div { position: relative; mix-blend-mode: multiply } div::after { content: ""; position: absolute; inset: 0; background: white }',
        '<p>Seen</p><div>hidden words</div><p>too</p>',
      ],
    ],
  ] as const)('%s, hides them', async (_, [css, markup]) => {
    const passage = await readShown(css, markup);
    expect(wordsOf(passage)).toBe('Seen too');
    expect(passage?.concealed?.words).toBe('hidden words');
  });

  it.each([
    'background: white; mix-blend-mode: multiply',
    'background: white; mix-blend-mode: darken',
    'background: white; mix-blend-mode: difference',
    'background: black; mix-blend-mode: lighten',
    'background: black; mix-blend-mode: screen',
    'background: navy; mix-blend-mode: color',
    'background: white; mix-blend-mode: lighten; opacity: 0.8',
    'backdrop-filter: invert(1)',
    'backdrop-filter: brightness(1.5) contrast(0.9)',
    'backdrop-filter: brightness(100) contrast(0); opacity: 0.8',
    'backdrop-filter: blur(0px); background: rgb(255 255 255 / 60%)',
  ])('with %s does not hide them', async (css) => {
    expect(wordsOf(await readShown(...under(css)))).toBe('Seen hidden words too');
  });

  it('is blended as a whole, with what is in it', async () => {
    const black = '<b class="f" style="background: black"></b>';
    const page = under('background: white; mix-blend-mode: lighten', black);
    expect(wordsOf(await readShown(...page))).toBe('Seen hidden words too');
  });
});

describe('a clip', () => {
  const clipped = (clipPath: string) =>
    readShown(`p { clip-path: ${clipPath} }`, '<div>Seen</div><p>hidden words</p><div>too</div>');

  it.each([
    'rect(0 1px 1px 0)',
    'xywh(0 0 1px 1px)',
    'xywh(100% 0 5px 5px)',
    'inset(0 0 calc(100% - 1px) 0)',
    'circle(1px at calc(99% - 9px) calc(1px + 1%))',
  ])('of %s hides words', async (clipPath) => {
    const passage = await clipped(clipPath);
    expect(wordsOf(passage)).toBe('Seen too');
    expect(passage?.concealed?.words).toBe('hidden words');
  });

  it.each([
    'rect(auto auto auto auto)',
    'xywh(0 0 calc(100% - 1px) 100% round 4px)',
    'inset(calc(1% - 2px) calc(1px - 1%))',
    'inset(0 max(1px, 1%) 0 0)',
  ])('of %s does not', async (clipPath) => {
    expect(wordsOf(await clipped(clipPath))).toBe('Seen hidden words too');
  });
});
