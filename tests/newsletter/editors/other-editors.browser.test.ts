import { expect, test } from 'vitest';
import { printHtmlFor } from '../../../src/newsletter/to-target';
import document_ from '../../../docs/targets.md?raw';
import { openEditableElement, type Editor } from '../editors';
import { composeEveryFeature } from '../every-feature';
import { openKoenig } from './koenig';
import { pasteForReal } from './paste';
import { openCkEditor, openQuill, openTinyMce, openTipTap, openTrix } from './real-editors';
import type { TargetId } from '../../../src/newsletter/targets';

/** What is asked of an editor, each as a list that must be the same before and after. */
const FEATURES: Readonly<Record<string, (body: HTMLElement) => string[]>> = {
  words: (body) => [body.textContent.replace(/[\s\uFEFF•]+/gu, '')],
  links: (body) => attributes(body, 'a[href]', 'href').filter((link, place, all) => link !== all[place - 1]),
  headings: (body) => texts(body, 'h1, h2, h3, h4, h5, h6', (heading) => heading.tagName),
  faces: (body) => texts(body, ':not(b, i) > :is(em, i, strong, b, code)').filter((words) => words !== ''),
  lists: (body) => texts(body, 'li', ({ parentElement }) => parentElement?.tagName ?? ''),
  quotes: (body) => texts(body, 'blockquote'),
  tables: (body) => texts(body, 'td, th'),
  pictures: (body) => attributes(body, 'img', 'src'),
};

function texts(
  body: HTMLElement,
  selector: string,
  nameOf: (element: Element) => string = () => '',
): string[] {
  return [...body.querySelectorAll(selector)].map(
    (element) => nameOf(element) + element.textContent.replace(/[\s\uFEFF]+/gu, ''),
  );
}

function attributes(body: HTMLElement, selector: string, name: string): string[] {
  return [...body.querySelectorAll(selector)].map((element) => element.getAttribute(name) ?? '');
}

/** The features in three groups: the same, changed, and none left. */
function compare(copied: string, pasted: string) {
  const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html').body;
  const groups = { kept: [] as string[], changed: [] as string[], lost: [] as string[] };
  for (const [name, list] of Object.entries(FEATURES)) {
    const [before, after] = [list(parse(copied)), list(parse(pasted))];
    if (before.length === 0) continue;
    const isSame = before.join('\n') === after.join('\n');
    groups[isSame ? 'kept' : after.length === 0 ? 'lost' : 'changed'].push(name);
  }
  return groups;
}

/** The row of the document's table that begins with an editor's name. */
function readRow(name: string) {
  const row = document_.split('\n').find((line) => line.startsWith(`| ${name} `)) ?? '';
  const [, , , , kept = '', changed = '', lost = ''] = row.split('|').map((cell) => cell.trim());
  const list = (cell: string) => (/^[a-z, ]+$/u.test(cell) ? cell.split(', ') : []);
  return { kept: list(kept), changed: list(changed), lost: list(lost) };
}

test.each<[string, TargetId, () => Editor | Promise<Editor>]>([
  ['TipTap', 'beehiiv', openTipTap],
  ['TipTap with Substack’s quotes', 'substack', () => openTipTap('substack')],
  ['koenig-lexical', 'ghost', openKoenig],
  ['CKEditor', 'mailchimp', openCkEditor],
  ['TinyMCE', 'mailchimp', openTinyMce],
  ['Quill', 'mailchimp', openQuill],
  ['Trix', 'mailchimp', openTrix],
  ['contenteditable', 'email', openEditableElement],
])('%s keeps of the copy for %s what docs/targets.md says, and no more', async (name, target, open) => {
  const html = printHtmlFor(composeEveryFeature(), target);
  expect(compare(html, await pasteForReal(html, open))).toEqual(readRow(name));
});
