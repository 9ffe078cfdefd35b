import { cutMarkdown, isQuicklyParsed } from '../../../desk/rendered/markdown-parts';
import { excerptFor } from '../../../desk/outline/excerpt';
import { readPastedText } from '../../../desk/prose/pasted';
import { printBlocks, printProse as printEdited } from '../../../desk/prose/print-prose';
import { readMarkdown } from '../../../desk/prose/read-markdown';
import { articleKey } from '../../../src/news/address';
import { compareWords } from '../../../src/news/anchoring/changed-words';
import { quoteFinder } from '../../../src/news/anchoring/quote-search';
import { textFragmentFinder } from '../../../src/news/anchoring/text-fragment';
import { closeBidiOfParagraphs, openBidi } from '../../../src/news/text/bidi';
import type { Clip } from '../../../src/news/clip';
import { withoutLabel } from '../../../src/news/new-clip';
import { REPORT } from '../../../src/news/house-style';
import type { Issue } from '../../../src/news/issue';
import { recordClipEdit, tidyClip, uniteClips } from '../../../src/news/merge/clip-versions';
import { newAuthor } from '../../../src/news/edits/author';
import { hasOddCharacters, withoutOddCharacters } from '../../../src/news/text/odd-characters';
import { partCredit, withoutCredit } from '../../../src/news/photo-credit';
import { tidyLine, tidyMarkdown } from '../../../src/news/text/plain-text';
import { mergeRewriting } from '../../../src/news/merge/text-merge';
import { creditsIn } from '../../../src/news/source-credit';
import { assembleManuscript } from '../../../src/news/assemble-manuscript';
import { checkIssue } from '../../../src/newsletter/checks/checks';
import { composeIssue } from '../../../src/newsletter/issue-tree';
import { parseBlocks } from '../../../src/newsletter/markdown/markdown-blocks';
import { isTooCostly } from '../../../src/newsletter/markdown/markdown-cost';
import { TARGET_IDS } from '../../../src/newsletter/targets';
import { composeHast } from '../../../src/newsletter/to-hast';
import { printHtml } from '../../../src/newsletter/to-html';
import { printMarkdown } from '../../../src/newsletter/to-markdown';
import { printHtmlFor } from '../../../src/newsletter/to-target';
import { printText } from '../../../src/newsletter/to-text';
import { quoteFromPaste } from '../../../src/quotes/pasted-quote';
import { paragraphsFromPdf } from '../../../src/quotes/pdf-text';
import { markdownFromTree } from '../../../src/quotes/quote-markdown';
import { quoteFromPlainText } from '../../../src/quotes/quote-of-passage';
import { readRecord } from '../../../src/storage/backup/backup-record';
import { makeBlock } from '../../../src/storage/database/index-block';
import { containsWords, splitQuery } from '../../../src/storage/database/searched-text';

/** Something that is done with a text. */
export interface Way {
  name: string;
  /** Does it once. The outer function prepares what is not measured. */
  prepare: (text: string) => () => unknown;
}

const DAY = '2026-11-20T09:00:00.000Z';

function clipOf(text: string): Clip {
  return {
    id: 'clip',
    issueId: 'issue',
    rank: 'a1',
    sectionId: 'section',
    address: 'https://source.example/article',
    articleKey: 'source.example/article',
    headline: 'A headline',
    outlet: 'Harbour Courier',
    publishedOn: '2026-11-18',
    language: 'en',
    showDate: true,
    showLanguage: false,
    quotes: [{ id: 'quote', markdown: text }],
    clippedAt: DAY,
    changedAt: DAY,
    revision: 1,
  };
}

const ISSUE: Issue = {
  id: 'issue',
  title: 'An issue',
  sections: [{ id: 'section', title: 'A section' }],
  createdAt: DAY,
  changedAt: DAY,
  revision: 1,
};

/** A text that is used as fields, too. */
function linesOf(text: string): Clip {
  return {
    ...clipOf('Words.'),
    headline: text,
    dek: text,
    byline: text,
    outlet: text,
    relatedHeadlines: [text],
  };
}

/** Two versions of a text: one word in the middle differs, and so do the ends. */
function edited(text: string, word: string): string {
  const middle = Math.floor(text.length / 2);
  return `${word} ${text.slice(0, middle)} ${word} ${text.slice(middle)} ${word}`;
}

function composed(clip: Clip, style = REPORT) {
  return composeIssue(assembleManuscript(ISSUE, [clip], style), style);
}

function way(name: string, work: (text: string) => unknown): Way {
  return { name, prepare: (text) => () => work(text) };
}

const paragraph = (text: string) => ({
  type: 'root',
  children: [
    { type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value: text }] },
    { type: 'element', tagName: 'ul', properties: {}, children: [{ type: 'text', value: text }] },
  ],
});

const PRINTED: readonly Way[] = [
  { name: 'compose', prepare: (text) => () => composed(clipOf(text)) },
  ...Object.entries({ Markdown: printMarkdown, HTML: printHtml, text: printText, tree: composeHast }).map(
    ([form, print]): Way => ({
      name: `print ${form}`,
      prepare: (text) => {
        const issue = composed(clipOf(text));
        return () => print(issue);
      },
    }),
  ),
  ...TARGET_IDS.map((id): Way => ({
    name: `print for ${id}`,
    prepare: (text) => () => printHtmlFor(composed(clipOf(text)), id),
  })),
  { name: 'print fields as Markdown', prepare: (text) => () => printMarkdown(composed(linesOf(text))) },
  { name: 'print fields as HTML', prepare: (text) => () => printHtml(composed(linesOf(text))) },
];

/** Everything that is done with a text outside a page, from the capture to printing and storing. */
export const WAYS: readonly Way[] = [
  way('tidy a line', tidyLine),
  way('tidy Markdown', tidyMarkdown),
  way('odd characters', (text) => [withoutOddCharacters(text), hasOddCharacters(text)]),
  way('bidi', (text) => [openBidi(text), closeBidiOfParagraphs(text)]),
  way('address', (text) => articleKey(`https://source.example/${text}`, text)),
  way('credit of a picture', (text) => [partCredit(text), withoutCredit(text, text.slice(-80))]),
  way('source credit', (text) =>
    ['dateline', 'labelled line', 'meta'].map((source) =>
      creditsIn([{ value: text, source }], [{ value: text, source }]),
    ),
  ),
  way('headline', withoutLabel),
  way('quote from a page', (text) => markdownFromTree(paragraph(text))),
  way('quote from plain text', (text) => quoteFromPlainText(text, 'id')),
  way('paste into a quote', quoteFromPaste),
  way('text of a PDF', paragraphsFromPdf),
  way('cost of Markdown', isTooCostly),
  way('parse Markdown', parseBlocks),
  way('saved text in parts', (text) => [...cutMarkdown(text)].map(isQuicklyParsed)),
  way('open in the editor', readMarkdown),
  way('paste text into the editor', (text) => readPastedText(text, { isOfQuote: true })),
  way('paste text as it is', (text) => readPastedText(text, { isPlain: true })),
  {
    name: 'print an edited text',
    prepare: (text) => {
      const read = { ...readMarkdown(text), markdown: text };
      return () => [
        printBlocks(readMarkdown(text).doc),
        printEdited(readMarkdown(`${text}\n\nMore.`).doc, read),
      ];
    },
  },
  ...PRINTED,
  way('check', (text) => checkIssue(ISSUE, [clipOf(text), { ...clipOf(text), id: 'other' }])),
  way('check fields', (text) => checkIssue({ ...ISSUE, introduction: text, title: text }, [linesOf(text)])),
  way('two rewritings', (text) =>
    mergeRewriting(edited(text, 'one'), { from: text, to: edited(text, 'other') }, 'markdown'),
  ),
  way('two rewritings of a line', (text) =>
    mergeRewriting(edited(text, 'one'), { from: text, to: edited(text, 'other') }, 'line'),
  ),
  way('edit and merge', (text) => {
    const before = clipOf(text);
    const one = recordClipEdit(before, clipOf(edited(text, 'one')), newAuthor('one'));
    const other = recordClipEdit(before, clipOf(edited(text, 'other')), newAuthor('other'));
    return tidyClip(uniteClips(one, other));
  }),
  way('find a quote again', (text) => {
    const middle = Math.floor(text.length / 2);
    const quote = {
      exact: text.slice(middle - 500, middle + 500),
      prefix: text.slice(middle - 532, middle - 500),
      suffix: text.slice(middle + 500, middle + 532),
    };
    const find = quoteFinder(edited(text, 'a word'));
    return [
      find({ textQuote: quote }),
      find({ textQuote: { ...quote, exact: edited(quote.exact, 'other') } }),
    ];
  }),
  way('find a whole text again', (text) =>
    quoteFinder(edited(text, 'a word'))({ textQuote: { exact: text, prefix: '', suffix: '' } }),
  ),
  way('compare two texts', (text) => compareWords(text, edited(text, 'other'))),
  way('link to a quote', (text) => {
    const lines = text.split('\n');
    return textFragmentFinder(lines)({
      exact: text.slice(100, 2_000),
      prefix: text.slice(68, 100),
      suffix: '',
    });
  }),
  way('index for the search', (text) => makeBlock('block', [clipOf(text)])),
  way('search', (text) => containsWords(clipOf(text), splitQuery(`${text.slice(0, 20)} ${text}`))),
  way('excerpt', (text) => excerptFor(clipOf(text), 'never found')),
  way('excerpt for the text itself', (text) => excerptFor(clipOf(text), text)),
  way('read from a backup', (text) =>
    readRecord(JSON.parse(JSON.stringify({ store: 'clips', record: clipOf(text) }))),
  ),
];
