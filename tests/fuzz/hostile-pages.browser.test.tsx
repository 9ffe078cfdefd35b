import { Parser } from 'commonmark';
import type { Element as TreeElement, ElementContent, Root } from 'hast';
import { render } from 'preact';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { DeskPage } from '../../desk/desk-page';
import { assembleShownIssue } from '../../desk/export/composed-issue';
import { Desk } from '../../desk/state/desk';
import { Clipping } from '../../popup/clipping';
import { Popup } from '../../popup/popup';
import { capturedPageSchema, type CapturedPage } from '../../src/news/captured-page';
import { HOUSE_STYLES } from '../../src/news/house-styles';
import { articleKeyOfPage, contentFromPage } from '../../src/news/new-clip';
import { DEFAULT_PREFERENCES } from '../../src/news/preferences';
import { composeIssue } from '../../src/newsletter/issue-tree';
import { TARGET_IDS, type TargetId } from '../../src/newsletter/targets';
import { printHtml } from '../../src/newsletter/to-html';
import { printMarkdown } from '../../src/newsletter/to-markdown';
import { printHtmlFor } from '../../src/newsletter/to-target';
import { quoteFromPassage } from '../../src/quotes/quote-of-passage';
import { readFields } from '../../src/reading/page';
import type { Database } from '../../src/storage/database/database';
import { saveClip } from '../../src/storage/saved-clip';
import { Translation } from '../../src/ui/translation-context';
import { translate } from '../desk/shown-desk';
import { dependenciesFor } from '../popup/page-at-hand';
import { parsePage } from '../reading/parse-page';
import { pasteIntoSubstackEditor } from '../newsletter/substack-editor';
import { openFreshDatabase } from '../storage/fresh-database';
import { openOnTab } from '../../popup/popup-startup';
import { randomNumbers } from '../../scripts/random-numbers';
import { Canary, findIntruders } from './canary';
import { hostileHtml, PUBLISHED } from './hostile-html';

/** `npm run test:fuzz -- --inputs N` tries more inputs, with another seed each time. */
const INPUTS = Number(import.meta.env['FUZZ_INPUTS'] ?? 2_000);
const SEED = Number(import.meta.env['FUZZ_SEED'] ?? 1);
/** How many inputs form one issue. The issues are printed for all targets in turn. */
const BATCH = 50;
/** How many inputs of an issue are shown at the desk and in the popup, which takes the most time. */
const SHOWN = 10;

const STYLE = HOUSE_STYLES.digest;

/** Worse than our reader: passes on everything in the page, including scripts and handlers. */
function treeOf(parent: ParentNode): Root {
  return { type: 'root', children: childrenOf(parent, 0) };
}

function childrenOf(parent: ParentNode, depth: number): ElementContent[] {
  if (depth > 200) return [];
  return [...parent.childNodes].flatMap((node): ElementContent[] => {
    if (node instanceof Element) return [elementOf(node, depth)];
    if (node instanceof Comment) return [{ type: 'comment', value: node.data }];
    return node instanceof Text ? [{ type: 'text', value: node.data }] : [];
  });
}

function elementOf(node: Element, depth: number): TreeElement {
  const properties = Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value]));
  const inner = node instanceof HTMLTemplateElement ? node.content : node;
  return { type: 'element', tagName: node.localName, properties, children: childrenOf(inner, depth + 1) };
}

function capture(html: string, number: number): CapturedPage {
  const document = parsePage(html);
  const location = `https://hostile.example/${number}`;
  const selector = { textQuote: { exact: html, prefix: '', suffix: '' }, textPosition: { start: 0, end: 1 } };
  const passages = [{ tree: treeOf(document.body), ...selector }];
  const answer: unknown = structuredClone({ location, ...readFields(document, location), passages });
  return v.parse(capturedPageSchema, answer);
}

async function store(database: Database, page: CapturedPage, number: number): Promise<void> {
  const quotes = page.passages.map((passage) => quoteFromPassage(passage, `quote${number}`));
  const key = articleKeyOfPage(page);
  const content = contentFromPage(page, DEFAULT_PREFERENCES);
  await saveClip(database, {
    // each clip gets one headline, so that the headings of the issue can be counted
    content: { ...content, headline: content.headline ?? `Untitled ${number}`, quotes },
    candidates: page.fields,
    newSection: 'Hostile', // clips in the inbox are not printed
    // each input must become a clip of its own, whatever address its page claims
    articleKey: `${number} ${key ?? ''}`,
  });
}

/** The headings of the issue itself, without those in quotes. */
function countHeadings(parent: ParentNode): number {
  return parent.querySelectorAll(':is(h1, h2, h3, h4, h5, h6):not(blockquote *)').length;
}

function readCommonMark(markdown: string): { headings: number; intruders: string[] } {
  const walker = new Parser().parse(markdown).walker();
  const intruders: string[] = [];
  let headings = 0;
  let quoteDepth = 0;
  for (let event = walker.next(); event !== null; event = walker.next()) {
    const { node, entering } = event;
    if (node.type === 'block_quote') quoteDepth += entering ? 1 : -1;
    if (!entering) continue;
    if (node.type === 'heading' && quoteDepth === 0) headings += 1;
    if (node.type === 'html_block' || node.type === 'html_inline')
      intruders.push(`HTML ${node.literal ?? ''}`);
    if (node.type === 'image') intruders.push(`picture ${node.destination ?? ''}`);
    const isLink = node.type === 'link' && /^(https?|mailto):|^#/u.test(node.destination ?? '');
    if (node.type === 'link' && !isLink) intruders.push(`link ${node.destination ?? ''}`);
  }
  return { headings, intruders };
}

/** Composes the clips as an issue, prints it, parses the result, and pastes it into editors. */
function checkPrinted(desk: Desk, inputs: number, target: TargetId): string[] {
  const { issue, clips } = desk.content;
  const tree = composeIssue(assembleShownIssue({ issue, clips, style: STYLE }), STYLE);
  const markdown = readCommonMark(printMarkdown(tree));
  const pages = [printHtml(tree), printHtmlFor(tree, target)].map(parsePage);
  pages[1]?.body.firstElementChild?.removeAttribute('data-pm-slice'); // our own mark, for TipTap
  expect(clips).toHaveLength(inputs);
  const headings = tree.children.filter(({ type }) => type === 'heading').length;
  expect(headings).toBeGreaterThanOrEqual(inputs);
  expect(markdown.headings).toBe(headings);
  expect(pages[0] && countHeadings(pages[0])).toBe(headings);
  const pasted = pasteIntoSubstackEditor(printHtmlFor(tree, 'substack'));
  expect(countHeadings(pasted)).toBe(headings);
  return [
    ...markdown.intruders,
    ...pages.flatMap((page) => findIntruders(page.body)),
    ...findIntruders(pasted),
    ...typedInto(printHtmlFor(tree, 'email')),
  ];
}

/** The content of a mail editor, a plain editable element, after HTML was inserted. */
function typedInto(html: string): string[] {
  const editor = document.createElement('div');
  editor.contentEditable = 'true';
  document.body.append(editor);
  editor.focus();
  // oxlint-disable-next-line typescript/no-deprecated -- nothing else puts HTML in as a paste does
  document.execCommand('insertHTML', false, html);
  const found = editor.textContent === '' ? ['nothing was put in'] : findIntruders(editor);
  editor.remove();
  return found;
}

/** Shows some clips at the desk with its preview, and one page in the popup. */
async function checkShown(desk: Desk, page: CapturedPage): Promise<string[]> {
  const [place, popupPlace] = [document.createElement('div'), document.createElement('div')];
  document.body.append(place, popupPlace);
  const { content } = desk;
  desk.content = { ...content, clips: content.clips.slice(0, SHOWN) };
  const clipping = new Clipping();
  await openOnTab(clipping, dependenciesFor(desk.database, page));
  const nothing = () => undefined;
  render(
    <Translation value={translate}>
      <DeskPage desk={desk} onOpenOptions={() => Promise.resolve()} />
    </Translation>,
    place,
  );
  render(
    <Translation value={translate}>
      <Popup
        clipping={clipping}
        onSave={nothing}
        onFreeSpace={() => undefined}
        onUndoSave={nothing}
        onUndoClipped={nothing}
        onOpenDesk={nothing}
        onOpenOptions={nothing}
        onReadAgain={nothing}
      />
    </Translation>,
    popupPlace,
  );
  const { length } = clipping.state.form.content.quotes;
  do await new Promise((resolve) => requestAnimationFrame(resolve));
  while (popupPlace.querySelectorAll('.quote-words').length < length); // code that is loaded late draws them
  const intruders = [...document.querySelectorAll('.markdown')].flatMap((shown) => findIntruders(shown));
  const loose = [...place.querySelectorAll('*'), ...popupPlace.querySelectorAll('*')].filter(
    ({ localName, attributes }) =>
      /^(script|style|iframe|object|embed|base|meta|link|template|math)$/u.test(localName) ||
      [...attributes].some(
        ({ name, value }) =>
          name.startsWith('on') || (/^\s*(javascript|data|vbscript):/iu.test(value) && name === 'href'),
      ),
  );
  for (const each of [place, popupPlace]) {
    render(null, each);
    each.remove();
  }
  return [...intruders, ...loose.map(({ localName }) => `<${localName}> in a page`)];
}

it(
  `runs nothing, loads nothing and changes no structure, whatever ${INPUTS} hostile pages say`,
  { timeout: 3_600_000 },
  async () => {
    const random = randomNumbers(SEED);
    const canary = new Canary();
    const kinds = { published: PUBLISHED.length, inputs: 0, found: [] as string[] };
    while (kinds.inputs < INPUTS) {
      const database = await openFreshDatabase();
      const pages: CapturedPage[] = [];
      const batch = Math.min(BATCH, INPUTS - kinds.inputs);
      for (let count = 0; count < batch; count++) {
        // The published attacks come first, unchanged.
        const html = PUBLISHED[kinds.inputs] ?? hostileHtml(random);
        const page = capture(html, kinds.inputs);
        await store(database, page, kinds.inputs);
        pages.push(page);
        kinds.inputs += 1;
      }
      const target = TARGET_IDS[Math.ceil(kinds.inputs / BATCH) % TARGET_IDS.length] ?? 'markdown';
      const desk = await Desk.open(database, translate);
      kinds.found.push(
        ...checkPrinted(desk, batch, target),
        ...(await checkShown(desk, pages[0] ?? capture('', 0))),
      );
      await desk.readAgain();
      database.close();
    }
    console.log(`${kinds.inputs} hostile pages, ${kinds.published} of them published attacks`);
    expect(kinds.found).toStrictEqual([]);
    expect(canary.stop()).toStrictEqual([]);
  },
);
