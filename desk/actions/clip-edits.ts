import { publicationDay, type Clip } from '../../src/news/clip';
import { CLIP_FIELDS } from '../../src/news/record-fields';
import { publicationDate } from '../../src/news/new-clip';
import type { Rewriting } from '../../src/news/merge/text-merge';
import { tidyLine } from '../../src/news/text/plain-text';
import type { MessageKey } from '../../src/ui/translation-context';
import { labelClip } from './clip-actions';
import type { Desk } from '../state/desk';
import { focusOn } from '../state/focus';
import { withField } from './optional-field';
import { writeRewriting } from './rewritten';
import { flushTextEdits } from '../state/text-edit';

/** The fields of a clip that are one text, edited in a text field. */
export type ClipTextField = {
  [Name in keyof typeof CLIP_FIELDS]: (typeof CLIP_FIELDS)[Name]['kind'] extends
    'line' | 'markdown' | 'address'
    ? Name
    : never;
}[keyof typeof CLIP_FIELDS];

export function writeClipText(
  desk: Desk,
  clip: Clip,
  field: ClipTextField,
  rewriting: Rewriting,
): Promise<void> {
  const { kind, label } = CLIP_FIELDS[field];
  return writeRewriting(desk, rewriting, kind === 'address' ? 'value' : kind, (rewrite) =>
    editClip(desk, clip, label, field, (current) => withField(current, field, rewrite(current[field]))),
  );
}

/** Replaces the text of a field. */
export function replaceClipText(
  desk: Desk,
  clip: Clip,
  field: ClipTextField,
  to: string | undefined,
): Promise<void> {
  return writeClipText(desk, clip, field, { from: clip[field], to });
}

/** The publication date of the page or the analyst: an instant with its offset, or a day (`YYYY-MM-DD`). */
export function writeClipDate(desk: Desk, clip: Clip, rewriting: Rewriting): Promise<void> {
  return writeRewriting(desk, rewriting, 'value', (rewrite) =>
    editClip(desk, clip, 'deskDate', 'published', (current) => {
      const date = rewrite(publicationDay(current));
      const { publishedAt, publishedOn, ...rest } = current;
      return { ...rest, ...publicationDate(date) };
    }),
  );
}

/** Further headlines on the subject, one per line, in the form of `tidyLines`. */
export function writeRelatedHeadlines(desk: Desk, clip: Clip, rewriting: Rewriting): Promise<void> {
  return writeRewriting(desk, rewriting, 'lines', (rewrite) =>
    editClip(desk, clip, 'deskRelatedHeadlines', 'relatedHeadlines', (current) => {
      const lines = rewrite(current.relatedHeadlines?.join('\n'));
      return withField(current, 'relatedHeadlines', lines?.split('\n'));
    }),
  );
}

/** Tidies each line and removes empty ones. Returns `undefined` if nothing is left. */
export function tidyLines(text: string): string | undefined {
  const lines = text.split('\n').flatMap((line) => tidyLine(line) ?? []);
  return lines.length === 0 ? undefined : lines.join('\n');
}

export function writeClipLanguage(desk: Desk, clip: Clip, language: string | undefined): Promise<void> {
  return editClip(desk, clip, 'uiLanguage', 'language', (current) =>
    withField(current, 'language', language),
  );
}

/** Marks the link of a clip as dead, or removes the mark. */
export async function markLink(desk: Desk, clip: Clip, isDead: boolean): Promise<void> {
  await editClip(desk, clip, 'uiAddress', undefined, (current) =>
    withField(current, 'isLinkDead', isDead || undefined),
  );
  if (!isDead) return;
  desk.show({ clipId: clip.id, side: 'clip', part: 'side' });
  focusOn('detail', { field: 'archiveAddress' });
}

/** Chooses what is printed of quotes that have a translation; `undefined`: as the house style says. */
export function chooseQuotesIn(desk: Desk, clip: Clip, quotesIn: Clip['quotesIn']): Promise<void> {
  return editClip(desk, clip, 'uiQuotes', undefined, (current) => withField(current, 'quotesIn', quotesIn));
}

export function showClipLabel(
  desk: Desk,
  clip: Clip,
  label: 'showDate' | 'showLanguage',
  isShown: boolean,
): Promise<void> {
  return editClip(
    desk,
    clip,
    label === 'showDate' ? 'deskShowDate' : 'deskShowLanguage',
    label,
    (current) => ({
      ...current,
      [label]: isShown,
    }),
  );
}

/** Prints the label of all the clips, or of none. */
export async function showLabelOfSeveral(
  desk: Desk,
  clips: readonly Clip[],
  label: 'showDate' | 'showLanguage',
  isShown: boolean,
): Promise<void> {
  await editSeveral(desk, clips, label === 'showDate' ? 'deskShowDate' : 'deskShowLanguage', (clip) => ({
    ...clip,
    [label]: isShown,
  }));
}

/** Gives all the clips the same outlet. */
export async function setOutletOfClips(desk: Desk, clips: readonly Clip[], outlet: string): Promise<void> {
  await editSeveral(desk, clips, 'uiOutlet', (clip) => withField(clip, 'outlet', tidyLine(outlet)));
}

/** Several clips at once are one action. Notes have none of these fields. */
async function editSeveral(
  desk: Desk,
  clips: readonly Clip[],
  label: MessageKey,
  change: (clip: Clip) => Clip,
): Promise<void> {
  await flushTextEdits();
  const ids = clips.flatMap(({ id, isNote }) => (isNote ? [] : [id]));
  const name = desk.translate('deskActEditedSeveral', desk.translate(label), ids.length);
  await desk.changeClips(ids, change, { name });
  desk.sayDone(name);
}

export function editClip(
  desk: Desk,
  clip: Clip,
  label: MessageKey,
  part: string | undefined,
  change: (clip: Clip) => Clip,
): Promise<void> {
  return desk.changeClip(clip.id, change, {
    name: desk.translate('deskActEdited', desk.translate(label), labelClip(desk, clip)),
    ...(part !== undefined && { mergeKey: `${clip.id}:${part}` }),
  });
}
