import { createRequire } from 'node:module';
import type * as HtmlToLexical from '@tryghost/kg-html-to-lexical';
import type * as DefaultNodes from '@tryghost/kg-default-nodes';
import type * as HtmlRenderer from '@tryghost/kg-lexical-html-renderer';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { REPORT } from '../../src/news/house-style';
import { composeIssue } from '../../src/newsletter/issue-tree';
import { printHtmlFor } from '../../src/newsletter/to-target';
import { composeEveryFeature } from './every-feature';
import { readHtml } from './printed-blocks';
import { runsOf } from '../property-runs';

// These ES modules import names that Lexical's CommonJS does not export in Node.
const load = createRequire(import.meta.url);
const { htmlToLexical } = load('@tryghost/kg-html-to-lexical') as typeof HtmlToLexical;
const { DEFAULT_NODES } = load('@tryghost/kg-default-nodes') as typeof DefaultNodes;
const { LexicalHTMLRenderer } = load('@tryghost/kg-lexical-html-renderer') as typeof HtmlRenderer;

/** The HTML that Ghost publishes after this HTML was pasted into its editor. */
async function pasteIntoGhost(html: string): Promise<string> {
  // The types of the two packages differ about replaced nodes; the values fit together.
  const nodes = DEFAULT_NODES as unknown as RendererNodes;
  return new LexicalHTMLRenderer({ nodes }).render(JSON.stringify(htmlToLexical(html)), {});
}

type RendererNodes = NonNullable<NonNullable<ConstructorParameters<typeof LexicalHTMLRenderer>[0]>['nodes']>;

/** Ghost marks pictures and tables as its own cards, and puts empty lines between the paragraphs of a quote. */
function comparable(html: string) {
  return readHtml(html.replace(/<blockquote.*?<\/blockquote>/gu, joinParagraphs))
    .filter(({ marks }) => marks[0] !== '#comment')
    .map(({ kind, text, marks }) => ({
      kind: kind.replace(/^blockquote p$/u, 'blockquote'),
      text,
      marks: marks.filter((mark) => mark !== 'figure'),
    }));
}

function joinParagraphs(quote: string): string {
  return quote.replace(/<\/p><p\b/gu, '<br><br>$&').replace(/<\/?p\b[^>]*>/gu, '');
}

describe('an issue pasted into Ghost', () => {
  test('is published with the same words, links, headings, lists, quotes and pictures', async () => {
    const html = printHtmlFor(composeEveryFeature(), 'ghost');
    expect(comparable(await pasteIntoGhost(html))).toEqual(comparable(html));
  });

  test('keeps the pictures of its quotes and links', async () => {
    const picture = '![A crane](https://a.example/p.png)';
    const introduction = `> Before ${picture} after\n\n[${picture}](https://b.example/)`;
    const html = printHtmlFor(composeIssue({ sections: [], introduction }, REPORT), 'ghost');
    const marks = comparable(await pasteIntoGhost(html)).flatMap((block) => block.marks);
    const shown = 'img https://a.example/p.png (A crane)';
    expect(marks).toEqual([shown, shown, 'a https://b.example/']);
  });

  test('links its table of contents to its sections, whatever their titles', async () => {
    const title = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 20 })
      .map((text) => text.replace(/[\p{C}\s]+/gu, ' ').trim() || '里海 “一带一路”');
    await fc.assert(
      fc.asyncProperty(fc.array(title, { minLength: 1, maxLength: 3 }), async (titles) => {
        const sections = titles.map((each) => ({ title: each, clips: [] }));
        const html = printHtmlFor(composeIssue({ sections }, REPORT), 'ghost');
        const published = await pasteIntoGhost(html);
        const ids = [...published.matchAll(/<h2 id="([^"]*)"/gu)].map(([, id]) => `#${id}`);
        const links = [...published.matchAll(/<a href="(#[^"]*)"/gu)].map(([, link]) => link);
        expect(links).toEqual(ids);
        expect(ids).toHaveLength(titles.length);
      }),
      { numRuns: runsOf(30) },
    );
  });

  test('would lose the paragraphs and lists of its quotes in the plain HTML', async () => {
    const html = printHtmlFor(composeEveryFeature(), 'email');
    const texts = comparable(await pasteIntoGhost(html)).map(({ text }) => text);
    expect(texts.some((text) => text.includes('Two berths are open.A third'))).toBe(true);
  });
});
