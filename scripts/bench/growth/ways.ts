import { cutMarkdown, isQuicklyParsed } from '../../../desk/rendered/markdown-parts';
import { excerptFor } from '../../../desk/outline/excerpt';
import { readPastedText } from '../../../desk/prose/pasted';
import { readArticleLines } from '../../../desk/manuscript/article-lines';
import { printBlocks, printProse as printEdited } from '../../../desk/prose/print-prose';
import { readMarkdown } from '../../../desk/prose/read-markdown';
import { parseQuote } from '../../../popup/late/parsed-quote';
import { articleKey } from '../../../src/news/address';
import { compareWords } from '../../../src/news/anchoring/changed-words';
import { closeBidiOfParagraphs, openBidi } from '../../../src/news/text/bidi';
import type { Clip } from '../../../src/news/clip';
import { withoutLabel } from '../../../src/news/new-clip';
import { REPORT } from '../../../src/news/house-style';
import type { Issue } from '../../../src/news/issue';
import { recordClipEdit, tidyClip, mergeClipVersions } from '../../../src/news/merge/clip-versions';
import { newAuthor } from '../../../src/news/edits/author';
import { hasOddCharacters, withoutOddCharacters } from '../../../src/news/text/odd-characters';
import { partCredit, withoutCredit } from '../../../src/news/photo-credit';
import { shownBeginning } from '../../../src/news/text/shown-beginning';
import { tidyLine, tidyMarkdown } from '../../../src/news/text/plain-text';
import { mergeRewriting } from '../../../src/news/merge/text-merge';
import { creditsIn } from '../../../src/news/source-credit';
import { assembleManuscript } from '../../../src/news/assemble-manuscript';
import { checkIssue } from '../../../src/newsletter/checks/checks';
import { composeIssue } from '../../../src/newsletter/issue-tree';
import { parseBlocks } from '../../../src/newsletter/markdown/markdown-blocks';
import { isTooCostly } from '../../../src/newsletter/markdown/markdown-cost';
import { readSimpleMarkdown } from '../../../src/newsletter/markdown/simple-markdown';
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
import { edited } from './edited';
import { PAGE_RULES } from './page-rules';
import { QUOTE_WAYS } from './quote-ways';
import { wayOf, type Way } from './way';

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

function composed(clip: Clip, style = REPORT) {
  return composeIssue(assembleManuscript(ISSUE, [clip], style), style);
}

const paragraph = (text: string) => ({
  type: 'root',
  children: [
    { type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value: text }] },
    { type: 'element', tagName: 'ul', properties: {}, children: [{ type: 'text', value: text }] },
  ],
});

/** In elements of four characters, which mean nothing in a quote. */
const smallElements = (text: string) => ({
  type: 'root',
  children: (text.match(/[^]{1,4}/gu) ?? []).map((value) => ({
    type: 'element',
    tagName: 'label',
    properties: {},
    children: [{ type: 'text', value }],
  })),
});

/** After an empty element for each of its lines. */
const afterEmptyElements = (text: string) => ({
  type: 'root',
  children: [
    ...(text.match(/[^]{1,32}/gu) ?? []).map(() => ({
      type: 'element',
      tagName: 'i',
      properties: {},
      children: [],
    })),
    { type: 'text', value: text },
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
  ...PAGE_RULES,
  wayOf('tidy a line', tidyLine),
  wayOf('tidy Markdown', tidyMarkdown),
  wayOf('odd characters', (text) => [withoutOddCharacters(text), hasOddCharacters(text)]),
  wayOf('bidi', (text) => [openBidi(text), closeBidiOfParagraphs(text)]),
  wayOf('address', (text) => articleKey(`https://source.example/${text}`, text)),
  wayOf('credit of a picture', (text) => [partCredit(text), withoutCredit(text, text.slice(-80))]),
  wayOf('source credit', (text) =>
    ['dateline', 'labelled line', 'meta'].map((source) =>
      creditsIn([{ value: text, source }], [{ value: text, source }]),
    ),
  ),
  wayOf('headline', withoutLabel),
  wayOf('quote from a page', (text) => markdownFromTree(paragraph(text))),
  wayOf('quote after empty elements', (text) => markdownFromTree(afterEmptyElements(text))),
  wayOf('quote of small elements', (text) => markdownFromTree(smallElements(text))),
  wayOf('quote from plain text', (text) => quoteFromPlainText(text, 'id')),
  wayOf('paste into a quote', quoteFromPaste),
  wayOf('text of a PDF', paragraphsFromPdf),
  wayOf('cost of Markdown', isTooCostly),
  wayOf('parse Markdown', parseBlocks),
  wayOf('beginning that is shown', shownBeginning),
  wayOf('draw in the popup', (text) => readSimpleMarkdown(text) ?? parseQuote(text, undefined)),
  wayOf('lines to find in the article', readArticleLines),
  wayOf('saved text in parts', (text) => [...cutMarkdown(text)].map(isQuicklyParsed)),
  wayOf('open in the editor', readMarkdown),
  wayOf('paste text into the editor', (text) => readPastedText(text, { isOfQuote: true })),
  wayOf('paste text as it is', (text) => readPastedText(text, { isPlain: true })),
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
  wayOf('check', (text) => checkIssue(ISSUE, [clipOf(text), { ...clipOf(text), id: 'other' }])),
  wayOf('check fields', (text) => checkIssue({ ...ISSUE, introduction: text, title: text }, [linesOf(text)])),
  wayOf('two rewritings', (text) =>
    mergeRewriting(edited(text, 'one'), { from: text, to: edited(text, 'other') }, 'markdown'),
  ),
  wayOf('two rewritings of a line', (text) =>
    mergeRewriting(edited(text, 'one'), { from: text, to: edited(text, 'other') }, 'line'),
  ),
  wayOf('edit and merge', (text) => {
    const before = clipOf(text);
    const one = recordClipEdit(before, clipOf(edited(text, 'one')), newAuthor('one'));
    const other = recordClipEdit(before, clipOf(edited(text, 'other')), newAuthor('other'));
    return tidyClip(mergeClipVersions(one, other));
  }),
  ...QUOTE_WAYS,
  wayOf('compare two texts', (text) => compareWords(text, edited(text, 'other'))),
  wayOf('index for the search', (text) => makeBlock('block', [clipOf(text)])),
  wayOf('search', (text) => containsWords(clipOf(text), splitQuery(`${text.slice(0, 20)} ${text}`))),
  wayOf('excerpt', (text) => excerptFor(clipOf(text), 'never found')),
  wayOf('excerpt for the text itself', (text) => excerptFor(clipOf(text), text)),
  wayOf('read from a backup', (text) =>
    readRecord(JSON.parse(JSON.stringify({ store: 'clips', record: clipOf(text) }))),
  ),
];
