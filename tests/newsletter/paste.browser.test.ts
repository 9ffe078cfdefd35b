import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { REPORT } from '../../src/news/house-style';
import { manuscriptSchema, type Manuscript } from '../../src/news/manuscript';
import { composeIssue } from '../../src/newsletter/issue-tree';
import type { TargetId } from '../../src/newsletter/targets';
import { printHtmlFor } from '../../src/newsletter/to-target';
import { openEditableElement, openProseMirror, type Editor } from './editors';
import { openKoenig, withPicturesAlone } from './koenig';
import { EVERY_FEATURE } from './every-feature';
import { hostileManuscript } from './hostile-manuscript';
import { readHtml, type Block } from './printed-blocks';

/** The golden issue, where it lies beside the project. */
const golden = Object.values(
  import.meta.glob('../../../shared/golden/issue.json', { eager: true, import: 'default' }),
).map((issue) => v.parse(manuscriptSchema, issue));

/** Puts HTML on the clipboard as a copy does, and pastes it by the keyboard. Gives what stands in the editor then. */
async function paste(html: string, open: () => Editor): Promise<string> {
  const onCopy = (event: ClipboardEvent) => {
    event.preventDefault();
    event.clipboardData?.setData('text/html', html);
    event.clipboardData?.setData('text/plain', 'Plain text was pasted');
  };
  document.addEventListener('copy', onCopy);
  const editor = open();
  try {
    editor.focus();
    await userEvent.copy();
    await userEvent.paste();
    return editor.print();
  } finally {
    document.removeEventListener('copy', onCopy);
    editor.close();
  }
}

/**
 * What editors put around words is no matter: `span`, `font`; nor whether what is struck out is `s` or `del`, nor whether bold
 * words are in a link or the link in bold words: so links and pictures are listed first.
 */
function comparable(html: string): Block[] {
  return readHtml(html)
    .map(({ kind, text, marks }) => ({
      kind,
      text,
      marks: [/^(?:a|img) /u, /^(?:em|strong|code|s|br)$/u].flatMap((of) =>
        marks.filter((mark) => of.test(mark)),
      ),
    }))
    .filter(({ text, marks }) => text !== '' || marks.some((mark) => mark.startsWith('img ')));
}

interface Place {
  target: TargetId;
  name: string;
  open: () => Editor;
  /** How it holds what is pasted, where that is not as it came. */
  hold?: (html: string) => string;
}

const PLACES: readonly Place[] = [
  {
    target: 'substack',
    name: 'ProseMirror with Substack’s blocks',
    open: () => openProseMirror('substack'),
  },
  { target: 'ghost', name: 'Lexical with Ghost’s nodes', open: openKoenig, hold: withPicturesAlone },
  { target: 'beehiiv', name: 'ProseMirror with TipTap’s blocks', open: () => openProseMirror('tiptap') },
  { target: 'mailchimp', name: 'an editable element', open: openEditableElement },
  { target: 'email', name: 'an editable element', open: openEditableElement },
];

async function expectWhole(issue: Manuscript, { target, open, hold = (html) => html }: Place): Promise<void> {
  const html = printHtmlFor(composeIssue(issue, REPORT), target);
  expect(comparable(await paste(html, open))).toEqual(comparable(hold(html)));
}

describe.each(PLACES)('the issue for $target, really pasted into $name,', (place) => {
  test('stands there with the same words, links, headings, lists, quotes and pictures', async () => {
    await expectWhole(EVERY_FEATURE, place);
  });

  test.skipIf(golden.length === 0)('does so too as the golden one', async () => {
    for (const issue of golden) await expectWhole(issue, place);
  });

  test('does so too when it is hostile', async () => {
    await fc.assert(
      fc.asyncProperty(hostileManuscript, (issue) => expectWhole(issue, place)),
      { numRuns: 15 },
    );
  });
});
