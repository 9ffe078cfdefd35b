import { describe, expect, test } from 'vitest';
import { REPORT } from '../../../src/news/house-style';
import { composeIssue } from '../../../src/newsletter/issue-tree';
import { printHtml } from '../../../src/newsletter/to-html';

function print(signOff: string): string {
  return printHtml(composeIssue({ sections: [], signOff }, REPORT)).trimEnd();
}

const link = (address: string, url = address) => `<a href="${url}">${address}</a>`;

describe('an address without marks around it', () => {
  test.each([
    ['见https://a.example/b，后文', `见${link('https://a.example/b')}，后文`],
    ['（https://a.example/b）', `（${link('https://a.example/b')}）`],
    ['“https://a.example/b”, he said', `“${link('https://a.example/b')}”, he said`],
    ['‘https://a.example/b’.', `‘${link('https://a.example/b')}’.`],
    ['« https://a.example/b».', `« ${link('https://a.example/b')}».`],
    ['https://a.example/b…', `${link('https://a.example/b')}…`],
    ['https://a.example/b。**次**の文', `${link('https://a.example/b')}。<strong>次</strong>の文`],
    [
      'https://a.example/b。https://c.example/d。',
      `${link('https://a.example/b')}。${link('https://c.example/d')}。`,
    ],
    [
      'www.a.example、www.b.example',
      `${link('www.a.example', 'http://www.a.example')}、${link('www.b.example', 'http://www.b.example')}`,
    ],
  ])('ends where the sentence continues: %s', (signOff, html) => {
    expect(print(signOff)).toBe(`<p>${html}</p>`);
  });

  test.each(['https://a.example/wiki/Hobson’s_choice', 'https://a.example/Foo_(bar)'])(
    'includes its own marks: %s',
    (address) => {
      expect(print(`See ${address}.`)).toContain(`>${address}</a>.`);
    },
  );

  test('keeps closing marks whose opening marks it contains', () => {
    expect(print('见 https://a.example/北京（消歧义）。')).toContain(
      '>https://a.example/北京（消歧义）</a>。',
    );
  });

  test('stays as it was written if it was written as a link', () => {
    expect(print('<https://a.example/b，c> [https://a.example/，](https://a.example/，)')).toMatch(
      /b，c<\/a>.*，<\/a>/u,
    );
  });
});

test('line ends of all systems are line ends', () => {
  expect(print('a\r\nb\r\rc')).toBe('<p>a\nb</p>\n<p>c</p>');
});
