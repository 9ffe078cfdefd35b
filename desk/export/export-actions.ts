import { bytesOf } from '../../src/newsletter/issue-size';
import { TARGETS, type Target, type TargetId } from '../../src/newsletter/targets';
import { printMarkdownPieces } from '../../src/newsletter/to-markdown';
import { printHtmlFor, printMarkdownFor } from '../../src/newsletter/to-target';
import { printHtml } from '../../src/newsletter/to-html';
import { readPicture } from '../../src/storage/pictures';
import { saveFile } from '../../src/ui/saved-file';
import type { Desk } from '../state/desk';
import type { DeskContent } from '../state/desk-content';
import type { Message } from '../state/message';
import { flushTextEdits } from '../state/text-edit';
import { writeToClipboard } from './clipboard-write';
import { begunOn, dayOfIssue } from '../state/issue-name';
import {
  assembleShownIssue,
  composeInTurns,
  joinInTurns,
  findStoredPrint,
  printShownIssue,
  shownPictureId,
} from './composed-issue';
import { FIELD_WORDS, fieldsOfShown, type ShownField } from './target-fields';
import { nameIssueFile } from './file-name';
import { nameTarget } from './target-name';
import { FILE_TYPES, type FileForm } from './file-types';

let lastRequest = 0;

/**
 * To be called when the user asks for a copy. Returns whether it still is the one that was asked for last: one that takes longer to
 * compose must not replace a later one on the clipboard.
 */
export function requestCopy(): () => boolean {
  const request = ++lastRequest;
  return () => request === lastRequest;
}

/** Copies the issue's Markdown to the clipboard and confirms it. Offers the file if the browser refuses. */
export async function copyMarkdown(desk: Desk, isLast: () => boolean): Promise<void> {
  await flushTextEdits();
  const markdown = await printInTurns(desk.content);
  const done = { tone: 'success', words: desk.translate('deskCopiedMarkdown') } as const;
  copy(desk, isLast, { 'text/plain': markdown }, withCover(desk, done, 'deskCoverBeside'));
}

/** The issue's Markdown, between whose pieces the page responds. */
async function printInTurns(content: DeskContent): Promise<string> {
  return findStoredPrint(content, 'md') ?? joinInTurns(printMarkdownPieces(await composeInTurns(content)));
}

/** Copies the issue as rich text, for editors that do not read Markdown, with its Markdown as plain text. */
export async function copyRichText(desk: Desk, isLast: () => boolean): Promise<void> {
  await flushTextEdits();
  const { content } = desk;
  const html = findStoredPrint(content, 'richText') ?? printHtml(await composeInTurns(content));
  const texts = { 'text/html': html, 'text/plain': await printInTurns(content) };
  const done = { tone: 'success', words: desk.translate('deskCopiedRichText') } as const;
  copy(desk, isLast, texts, withCover(desk, done, 'deskCoverByHand'));
}

/**
 * Copies the issue in the form that a target's editor keeps. Warns if a mail of that length would be cut off, and offers the parts
 * that the target has fields for.
 */
export async function copyForTarget(desk: Desk, id: TargetId, isLast: () => boolean): Promise<void> {
  await flushTextEdits();
  const { content } = desk;
  const { format, mostBytes, pictures }: Target = TARGETS[id];
  const issue = await composeInTurns(content);
  const html =
    format === 'html' || mostBytes !== undefined
      ? (findStoredPrint(content, id) ?? printHtmlFor(issue, id, content.issue.draftAddress))
      : '';
  const texts =
    format === 'html'
      ? { 'text/html': html, 'text/plain': await printInTurns(content) }
      : { 'text/plain': await joinInTurns(printMarkdownFor(issue, id, dayOfIssue(content.issue))) };
  const bytes = bytesOf(html);
  const copied = desk.translate('deskCopiedFor', nameTarget(id, desk.translate, 'copiedFor'));
  const done: Message =
    mostBytes === undefined || bytes <= mostBytes
      ? { tone: 'success', words: copied }
      : {
          tone: 'warning',
          words: `${copied} ${desk.translate('deskTooLong', ...inKilobytes(bytes, mostBytes))}`,
        };
  const about = pictures === 'byHand' ? 'deskCoverByHand' : 'deskCoverBeside';
  copy(desk, isLast, texts, {
    ...withCover(desk, done, about),
    ...offerNext(desk, fieldsOfShown(content, id)),
  });
}

/** Says where the cover's picture belongs, which no copy includes, and offers to save it. */
function withCover(desk: Desk, done: Message, about: 'deskCoverBeside' | 'deskCoverByHand'): Message {
  if (shownPictureId(desk.content) === undefined) return done;
  return { ...done, words: `${done.words} ${desk.translate(about)}`, ...offerCover(desk) };
}

function offerCover(desk: Desk): Pick<Message, 'action'> {
  if (shownPictureId(desk.content) === undefined) return {};
  const label = desk.translate('checkFixPicture');
  return { action: { label, run: () => desk.run(() => saveCoverPicture(desk)) } };
}

function inKilobytes(...sizes: number[]): string[] {
  return sizes.map((bytes) => String(Math.ceil(bytes / 1024)));
}

/** Says so when the texts are on the clipboard; asks for one more click where composing them took too long for the first. */
function copy(
  desk: Desk,
  isLast: () => boolean,
  texts: Readonly<Record<string, string>>,
  done: Message,
): void {
  if (!isLast()) return;
  if (writeToClipboard(texts)) desk.say(done);
  else
    desk.say({
      tone: 'warning',
      words: desk.translate('deskCopyOnceMore'),
      action: {
        label: desk.translate('deskCopyNow'),
        run: () => desk.say(writeToClipboard(texts) ? done : offerFile(desk, texts)),
      },
    });
}

/** Copies a part of the issue by itself, and offers the parts after it, then the cover's picture. */
export function copyField(desk: Desk, field: ShownField, others: readonly ShownField[] = []): void {
  const words = desk.translate(FIELD_WORDS[field.name].copied);
  copy(
    desk,
    requestCopy(),
    { 'text/plain': field.words },
    { tone: 'success', words, ...offerNext(desk, others) },
  );
}

function offerNext(desk: Desk, [field, ...others]: readonly ShownField[]): Pick<Message, 'action'> {
  if (field === undefined) return offerCover(desk);
  const label = desk.translate(FIELD_WORDS[field.name].copy);
  return { action: { label, run: () => copyField(desk, field, others) } };
}

function offerFile(desk: Desk, texts: Readonly<Record<string, string>>): Message {
  const isRich = 'text/html' in texts; // opened in a browser, it can be copied from there
  return {
    tone: 'warning',
    words: desk.translate('deskCopyFailed'),
    action: {
      label: desk.translate(isRich ? 'deskSaveHtml' : 'deskSaveMarkdown'),
      run: () => desk.run(() => saveIssue(desk, isRich ? 'html' : 'md')),
    },
  };
}

/** Saves only the cover's picture, because most editors require pictures to be added by hand. */
export async function saveCoverPicture(desk: Desk): Promise<void> {
  const pictureId = shownPictureId(desk.content);
  const cover = pictureId === undefined ? undefined : await readPicture(desk.database, pictureId);
  if (cover === undefined) return;
  saveFile(cover, 'cover.jpg');
  desk.say({ tone: 'success', words: desk.translate('deskFileSaved', 'cover.jpg') });
}

/** Saves the issue as a file, and its cover as another one if the format refers to it. */
export async function saveIssue(desk: Desk, form: FileForm): Promise<void> {
  await flushTextEdits();
  const { issue } = desk.content;
  const { title } = assembleShownIssue(desk.content);
  const name = nameIssueFile(title, issue.publication?.on ?? begunOn(issue), form);
  saveFile(new Blob([printShownIssue(desk.content, form)], { type: FILE_TYPES[form] }), name);
  const pictureId = form === 'txt' ? undefined : shownPictureId(desk.content);
  const cover = pictureId === undefined ? undefined : await readPicture(desk.database, pictureId);
  if (cover === undefined) desk.say({ tone: 'success', words: desk.translate('deskFileSaved', name) });
  else saveCover(desk, cover, name);
}

/** Browsers may ask before they save a second file after one click, so a separate click can save it, too. */
function saveCover(desk: Desk, cover: Blob, name: string): void {
  saveFile(cover, 'cover.jpg');
  desk.say({
    tone: 'success',
    words: desk.translate('deskFilesSaved', name, 'cover.jpg'),
    action: { label: desk.translate('deskSaveCover'), run: () => saveFile(cover, 'cover.jpg') },
  });
}
