import { beginningOfPaste } from '../../src/news/text/longest-paste';
import type { PastedFindings } from '../prose/clipboard';
import { sayFindings } from '../prose/pasted-findings';
import type { Desk } from '../state/desk';
import { findClip } from '../state/desk-content';
import { isField } from '../state/focus';
import { NO_FIELDS, type NewClipFields } from '../state/new-clip-fields';
import { articleInMarkdown, articleInText, type PastedArticle } from './pasted-article';

/** Opens the form with what was typed into it before, if anything, and the section of the clip that is open. */
export function openAddForm(desk: Desk): void {
  const sectionId = findClip(desk.content, desk.view.clipId)?.sectionId;
  const fields = desk.view.adding?.fields ?? { ...NO_FIELDS, ...(sectionId !== undefined && { sectionId }) };
  desk.show({ adding: { isOpen: true, fields } });
}

/**
 * Opens the form with what is pasted at the desk outside its fields, in the section where the focus is. The returned function ends
 * this.
 */
export function listenForPastes(desk: Desk): () => void {
  const onPaste = (event: ClipboardEvent) => {
    const { target, clipboardData } = event;
    const isElsewhere = isField(target) || document.querySelector('dialog[open]') !== null;
    if (event.defaultPrevented || isElsewhere || clipboardData === null) return;
    const pasted = readClipboard(clipboardData, desk);
    if (pasted === undefined) return;
    event.preventDefault();
    const sectionId = (target instanceof Element ? target.closest<HTMLElement>('[data-section]') : null)
      ?.dataset['section'];
    desk.run(async () => {
      const article = await pasted;
      const fields = { ...NO_FIELDS, ...(sectionId !== undefined && { sectionId }) };
      desk.show({ adding: { isOpen: true, fields: fillFields(fields, article) } });
    });
  };
  document.addEventListener('paste', onPaste);
  return () => document.removeEventListener('paste', onPaste);
}

/** Reads the article in clipboard content. `undefined` if it has no text. */
export function readClipboard(data: DataTransfer, desk: Desk): Promise<PastedArticle> | undefined {
  const [html, text] = [data.getData('text/html'), data.getData('text/plain')];
  if (html.trim() !== '') return readHtml(html, text, desk);
  if (text.trim() === '') return undefined;
  const kept = beginningOfPaste(text);
  say(desk, { pictures: 0, hiddenWords: 0, isCut: kept !== text });
  return Promise.resolve(articleInText(kept));
}

/** The editor's code, which sanitizes what is pasted, is loaded late. */
async function readHtml(html: string, text: string, desk: Desk): Promise<PastedArticle> {
  const { markdownFromPastedHtml } = await import('../prose/pasted-markdown');
  const markdown = markdownFromPastedHtml(html, (findings) => say(desk, { ...findings, pictures: 0 }));
  return articleInMarkdown(markdown, text);
}

/** Pictures are not said, because the passage has none. */
function say(desk: Desk, findings: PastedFindings): void {
  const words = sayFindings(findings, desk.translate);
  if (words !== undefined) desk.say({ words, tone: 'warning', isLasting: true });
}

/** Fields with what was found; what is typed in them stays. */
export function fillFields(
  fields: NewClipFields,
  { address = '', headline = '', day = '', passage = '' }: PastedArticle,
): NewClipFields {
  return {
    ...fields,
    address: fields.address || address,
    headline: fields.headline || headline,
    day: fields.day || day,
    quote: fields.quote || passage,
  };
}
