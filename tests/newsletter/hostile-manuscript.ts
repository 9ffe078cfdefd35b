import fc from 'fast-check';
import type { Manuscript } from '../../src/news/manuscript';
import { hostileText } from './hostile-text';

const LINES = [
  ...[
    '# One',
    '## Two',
    '###### Six',
    'Setext',
    '=====',
    '-----',
    '* * *',
    '> quote',
    '> > twice',
    '- item',
    '  - inner',
  ],
  ...[
    '1. one',
    '3) three',
    '    code',
    '```',
    '```js',
    '~~~',
    '| a | b |',
    '|---|--:|',
    '| 1 | 2 |',
    '<div>',
    '</div>',
  ],
  ...[
    '<script>',
    '</script>',
    '<!-- x',
    '-->',
    '[a]: http://a.example',
    '[a]: javascript:alert(1)',
    '[^1]: note',
    '[a]',
  ],
  ...[
    '*em* **strong** ~~del~~ `code`',
    '[link](https://a.example "t")',
    '![alt](https://a.example/p.png)',
    'line  ',
    'line\\',
  ],
  ...[
    '<https://a.example>',
    '<javascript:alert(1)>',
    '[x](vbscript:y)',
    '[x](/relative)',
    '[x](mailto:a@b.example)',
    '',
  ],
];

const hostileMarkdown = fc
  .array(fc.oneof(fc.constantFrom(...LINES), hostileText), { maxLength: 8 })
  .map((lines) => lines.join('\n'));

/** An issue whose Markdown is whatever somebody may have typed or a page may have said. */
export const hostileManuscript: fc.Arbitrary<Manuscript> = fc
  .record({
    introduction: hostileMarkdown,
    quotes: fc.array(hostileMarkdown, { maxLength: 2 }),
    comment: hostileMarkdown,
    signOff: hostileMarkdown,
  })
  .map(({ introduction, quotes, comment, signOff }) => ({
    title: 'The title',
    introduction,
    sections: [{ title: 'The section', clips: [{ url: 'https://source.example/a', quotes, comment }] }],
    signOff,
  }));
