import fc from 'fast-check';
import type { Manuscript, ManuscriptClip } from '../../src/news/manuscript';
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

/** An issue whose Markdown is any text that somebody may have typed or a page may have contained. */
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

const hostileClip: fc.Arbitrary<ManuscriptClip> = fc.record(
  {
    url: fc.oneof(
      hostileText,
      fc.constant('https://source.example/a'),
      fc.constant('HTTPS://Source.example/A(b)'),
    ),
    headline: hostileText,
    relatedHeadlines: fc.array(hostileText, { maxLength: 2 }),
    outlet: hostileText,
    byline: hostileText,
    languageLabel: hostileText,
    language: fc.constantFrom('zh-Hans', 'ar', 'x', ''),
    publishedOn: hostileText,
    dek: hostileText,
    quotes: fc.array(
      fc.oneof(
        hostileMarkdown,
        fc.record(
          { speaker: hostileText, original: hostileMarkdown, translation: hostileMarkdown },
          { requiredKeys: [] },
        ),
      ),
      { maxLength: 3 },
    ),
    comment: hostileMarkdown,
  },
  { requiredKeys: [] },
);

/** An issue whose fields contain any text. It begins with a title, because editors treat content without one differently. */
export const hostileIssue: fc.Arbitrary<Manuscript> = fc.record(
  {
    title: fc.constant('The title'),
    subtitle: hostileText,
    introduction: hostileMarkdown,
    cover: fc.record(
      { picture: fc.constant('https://a.example/c_(1).jpg'), alt: hostileText, caption: hostileText },
      { requiredKeys: [] },
    ),
    sections: fc.array(
      fc.record(
        {
          title: hostileText,
          clips: fc.array(fc.oneof(hostileClip, fc.record({ note: hostileMarkdown })), { maxLength: 3 }),
        },
        { requiredKeys: ['clips'] },
      ),
      { maxLength: 3 },
    ),
    signOff: hostileMarkdown,
  },
  { requiredKeys: ['title', 'sections'] },
);
