import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { REPORT, type HouseStyle } from '../../src/news/house-style';
import { HOUSE_STYLES } from '../../src/news/house-styles';
import { manuscriptSchema, type Manuscript } from '../../src/news/manuscript';
import { composeIssue } from '../../src/newsletter/issue-tree';
import type { TargetId } from '../../src/newsletter/targets';
import { printHtmlFor } from '../../src/newsletter/to-target';
import { openEditableElement, openProseMirror, printNodes, type Editor } from './editors';
import { openKoenig, withQuotesJoined } from './editors/koenig';
import { openTipTap } from './editors/real-editors';
import { EVERY_FEATURE } from './every-feature';
import { hostileIssue } from './hostile-manuscript';
import { pasteForReal } from './editors/paste';
import { readHtml, type Block } from './printed-blocks';
import { runsOf } from '../property-runs';

/** The golden issue, if it is beside the project. */
const golden = Object.values(
  import.meta.glob('../../../shared/golden/issue.json', { eager: true, import: 'default' }),
).map((issue) => v.parse(manuscriptSchema, issue));

/**
 * Elements that editors may add around words (`span`, `font`) are ignored. Links and pictures are listed for each block;
 * `facesOf` compares bold and italics.
 */
function comparable(html: string): Block[] {
  return readHtml(withLinksJoined(html))
    .map(({ kind, text, marks }) => ({
      kind,
      text,
      marks: marks.filter((mark) => /^(?:(?:a|img) |br$)/u.test(mark)),
    }))
    .filter(({ text, marks }) => text !== '' || marks.some((mark) => mark.startsWith('img ')))
    .flatMap(splitPictures);
}

/** Adjacent links to the same address become one link in an editor that stores links as marks. */
function withLinksJoined(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const link of body.querySelectorAll('a + a')) {
    const before = link.previousSibling;
    if (!(before instanceof HTMLAnchorElement) || before.href !== (link as HTMLAnchorElement).href) continue;
    link.prepend(...before.childNodes);
    before.remove();
  }
  return printNodes(body);
}

/** Pictures without words between them may be in one paragraph, or in none. */
function splitPictures(block: Block): Block[] {
  const isOfPictures = block.text === '' && block.marks.every((mark) => mark.startsWith('img '));
  return isOfPictures ? block.marks.map((mark) => ({ ...block, marks: [mark] })) : [block];
}

const FACES: Record<string, string> = {
  EM: 'em',
  I: 'em',
  STRONG: 'strong',
  B: 'strong',
  CODE: 'code',
  S: 's',
  DEL: 's',
};

/** All letters in order, with their italics, bold, code and strikethrough. The nesting of these is ignored. */
function facesOf(html: string): string[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  const runs: { face: string; letters: string }[] = [];
  while (walker.nextNode() !== null) {
    const letters = (walker.currentNode.nodeValue ?? '').replace(/\s+/gu, '');
    if (letters === '') continue;
    const face = faceOf(walker.currentNode);
    const last = runs.at(-1);
    if (last?.face === face) last.letters += letters;
    else runs.push({ face, letters });
  }
  return runs.map(({ face, letters }) => `${face}: ${letters}`);
}

function faceOf(text: Node): string {
  const faces = new Set<string>();
  for (let at = text.parentElement; at !== null; at = at.parentElement) {
    const face = at.parentElement?.tagName === 'PRE' ? undefined : FACES[at.tagName];
    if (face !== undefined) faces.add(face);
  }
  return [...faces].toSorted().join(' ');
}

interface Place {
  target: TargetId;
  name: string;
  open: () => Editor | Promise<Editor>;
  /** The form in which an editor stores pasted content, if it differs from the pasted form. */
  hold?: (html: string) => string;
  /** It takes seconds to open, so that only the fixed issues are pasted. */
  isSlow?: true;
}

const PLACES: readonly Place[] = [
  {
    target: 'substack',
    name: 'ProseMirror with Substack’s blocks',
    open: () => openProseMirror('substack'),
  },
  { target: 'substack', name: 'TipTap 3 with Substack’s quotes', open: () => openTipTap('substack') },
  { target: 'ghost', name: 'Ghost’s editor', open: openKoenig, hold: withQuotesJoined, isSlow: true },
  { target: 'beehiiv', name: 'ProseMirror with TipTap’s blocks', open: () => openProseMirror('tiptap') },
  { target: 'beehiiv', name: 'TipTap 3', open: openTipTap },
  { target: 'mailchimp', name: 'an editable element', open: openEditableElement },
  { target: 'email', name: 'an editable element', open: openEditableElement },
  { target: 'styledEmail', name: 'an editable element', open: openEditableElement },
  { target: 'wechat', name: 'an editable element', open: openEditableElement },
];

async function expectWhole(
  issue: Manuscript,
  { target, open, hold = (html) => html }: Place,
  style: HouseStyle = REPORT,
): Promise<void> {
  const html = printHtmlFor(composeIssue(issue, style), target);
  const pasted = await pasteForReal(html, open);
  expect(comparable(pasted)).toEqual(comparable(hold(html)));
  expect(facesOf(pasted)).toEqual(facesOf(hold(html)));
}

describe.each([
  ['substack', 'with Substack’s quotes', () => openTipTap('substack')],
  ['beehiiv', 'as it is', openTipTap],
] as const)('the copy for %s, really pasted into TipTap 3 %s,', (target, _name, open) => {
  test('keeps words that look like Markdown as they are, which it would turn into emphasis otherwise', async () => {
    const words = '*one* _snake_ ~~old~~ and __init__.py';
    const issue = composeIssue({ sections: [{ title: words, clips: [{ headline: words }] }] }, REPORT);
    const html = printHtmlFor(issue, target);
    expect(facesOf(await pasteForReal(html, open))).toEqual(facesOf(html));
    const unmarked = html.replace(/ data-pm-slice="[^"]*"/u, '');
    expect(facesOf(await pasteForReal(unmarked, open))).toContain('s: old');
  });

  test('brings no empty paragraph, also around pictures', async () => {
    const picture = '![A](https://a.example/p.png)';
    const introduction = `One ${picture} two\n\n> three ${picture} four\n\n[${picture}](https://b.example/)\n\n* ${picture}`;
    const issue = composeIssue({ introduction, sections: [], signOff: 'v/r' }, REPORT);
    const pasted = await pasteForReal(printHtmlFor(issue, target), open);
    expect(pasted).not.toMatch(/<p>(?:<br[^>]*>)?<\/p>/u);
    expect(pasted.split('<img ')).toHaveLength(5);
    expect(pasted).not.toMatch(/<blockquote>(?:(?!<\/blockquote>).)*<img/u);
    expect(pasted).toMatch(/<a [^>]*href="https:\/\/b\.example\/">A<\/a>/u);
  });
});

describe.each(PLACES)('the issue for $target, really pasted into $name,', (place) => {
  test('has the same words, links, headings, lists, quotes and pictures there', async () => {
    await expectWhole(EVERY_FEATURE, place);
  });

  test('also if pictures are next to each other, or links lead to one place', async () => {
    const picture = '![A crane](https://a.example/p.png)';
    const links = '<https://a.example/><https://a.example/> and [one](https://a.example/)';
    const introduction = `# ${picture}\n\n${links}\n\n${picture}\n${picture}`;
    const cover = { picture: 'https://a.example/cover.jpg' };
    await expectWhole({ title: 'The title', introduction, cover, sections: [] }, place);
  });

  test.skipIf(golden.length === 0)('also the golden issue', async () => {
    for (const issue of golden) await expectWhole(issue, place);
  });

  test.skipIf(place.isSlow)('also a hostile issue, in each house style', async () => {
    await fc.assert(
      fc.asyncProperty(hostileIssue, fc.constantFrom(...Object.values(HOUSE_STYLES)), (issue, style) =>
        expectWhole(issue, place, style),
      ),
      { numRuns: runsOf(15) },
    );
  });
});
