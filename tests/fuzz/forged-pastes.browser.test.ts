import { expect, it } from 'vitest';
import { ProseEditor } from '../../desk/prose/prose-editor';
import { PROSE } from '../../desk/prose/prose-schema';
import { randomNumbers } from '../../scripts/random-numbers';
import { parsePage } from '../reading/parse-page';
import { Canary } from './canary';
import { hostileHtml } from './hostile-html';

const INPUTS = Number(import.meta.env['FUZZ_INPUTS'] ?? 2_000);
const SEED = Number(import.meta.env['FUZZ_SEED'] ?? 1);

/** The marks that our editors, or any ProseMirror editor, write on their own copies. */
const MARKS: readonly (readonly [name: string, value: string])[] = [
  ['data-pm-slice', '1 1 []'],
  ['data-pm-slice', '0 0 -3 ["blockquote",null]'],
  ['data-pm-slice', '1 1 ["source",null,"image",{"src":"https://canary.invalid/p.png","alt":"","title":""}]'],
  ['DATA-PM-SLICE', '0 0 ["text",null]'],
  ['data-pm-slice', '9 9 ["ordered_list",{"start":"1"},"list_item",5]'],
  ['data-address', 'https://canary.invalid/px.gif'],
  ['class', 'prose-source'],
  ['class', 'address-box'],
  ['data-clipsheet-copy', '0'],
  ['data-clipsheet-copy', '../copies'],
];

/** The same content with and without forged marks. */
interface Forged {
  marked: string;
  bare: string;
}

function forge(random: () => number, html: string): Forged {
  const { body } = parsePage(html);
  if (random() < 0.5) {
    const words = document.createElement(random() < 0.5 ? 'pre' : 'span');
    words.textContent = '![](https://canary.invalid/px.gif)';
    body.prepend(words);
  }
  // After these elements everything is text, so the marks would be read as words.
  for (const raw of body.querySelectorAll('plaintext, xmp, noembed, noframes, iframe, noscript'))
    raw.remove();
  // A generated page may have attributes with these names. They are removed, so that the forged ones are the only difference.
  for (const element of body.querySelectorAll('*'))
    for (const [name] of MARKS) element.removeAttribute(name.toLowerCase());
  const bare = body.getHTML();
  for (const element of body.querySelectorAll('*')) {
    if (random() > 0.4) continue;
    const [name, value] = MARKS[Math.floor(random() * MARKS.length)] ?? ['class', ''];
    element.setAttribute(name, value);
  }
  const marked = body.getHTML();
  for (const media of body.querySelectorAll('video, audio')) media.remove(); // Chromium never frees a document with one
  return { marked, bare };
}

function pasteInto(editor: ProseEditor, html: string): string {
  editor.replace('');
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/html', html);
  clipboardData.setData('text/plain', '');
  editor.view.dom.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
  );
  return editor.print();
}

/** The pictures in the text that nobody would see. */
function findUnseenPictures({ doc, view }: ProseEditor): string[] {
  const unseen: string[] = [];
  doc.descendants((node, place) => {
    if (node.type !== PROSE.nodes.image) return;
    const box = view.nodeDOM(place);
    const isShown = box instanceof HTMLElement && box.dataset['address'] === node.attrs['src'];
    if (!isShown) unseen.push(String(node.attrs['src']));
  });
  return unseen;
}

it(
  `believes no mark of an editor in ${INPUTS} hostile pastes, runs and loads nothing`,
  { timeout: 60_000 + INPUTS * 300 },
  async () => {
    const host = document.createElement('div');
    document.body.append(host);
    const editor = new ProseEditor(host, {
      markdown: '',
      attributes: {},
      onEdit: () => undefined,
      onUpdate: () => undefined,
    });
    const canary = new Canary();
    const random = randomNumbers(SEED);
    let words = 0;
    for (let number = 0; number < INPUTS; number++) {
      const { marked, bare } = forge(random, hostileHtml(random));
      const honest = pasteInto(editor, bare);
      const forged = pasteInto(editor, marked);
      if (forged !== honest) expect.soft(forged, marked).toBe(honest);
      const unseen = findUnseenPictures(editor);
      if (unseen.length > 0) expect.soft(unseen, marked).toEqual([]);
      if (forged !== '') words += 1;
      if (number > 0 && number % 5_000 === 0)
        console.log(`${number} pastes, ${Math.round(performance.now() / 1000)} s`);
      if (number % 200 === 0) await new Promise((resolve) => setTimeout(resolve));
    }
    editor.destroy();
    host.remove();
    expect(words).toBeGreaterThan(INPUTS / 4);
    expect(canary.stop()).toEqual([]);
  },
);
