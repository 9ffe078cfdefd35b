import { articleKey } from '../../src/news/address';
import { articleKeyOfClip, type Clip, type ClipContent } from '../../src/news/clip';
import { fillContent } from '../../src/news/merge/filled-content';
import { mergeClipContents } from '../../src/news/merge/clip-merge';
import { contentFromTab, publicationDate } from '../../src/news/new-clip';
import type { Quote } from '../../src/news/quote';
import { isForeign } from '../../src/news/text/language-tag';
import { tidyLine, tidyMarkdown } from '../../src/news/text/plain-text';
import { findClips } from '../../src/storage/clip-lookup';
import { moveClips } from '../../src/storage/clip-order';
import { readPreferences } from '../../src/storage/preferences-lookup';
import { saveClip } from '../../src/storage/saved-clip';
import type { Desk } from '../state/desk';
import type { NewClipFields } from '../state/new-clip-fields';
import { flushTextEdits } from '../state/text-edit';
import { labelClip } from './clip-actions';

/** What the outlet directory knows about an address. */
export interface KnownOutlet {
  name: string;
  language: string;
}

/** The clip of an address that is in the open issue, the current draft or the inbox. An article has only one. */
export async function findClipOfAddress(desk: Desk, address: string): Promise<Clip | undefined> {
  const key = articleKey(address);
  if (key === undefined) return undefined;
  const { clips, isEditable } = desk.content;
  const here = isEditable ? clips.find((clip) => articleKeyOfClip(clip) === key) : undefined;
  return here ?? (await findClips(desk.database, key, desk.content.newsletterId)).current;
}

/** Opens the clip of an address that has been clipped before, and says so. */
export async function openClippedBefore(desk: Desk, clip: Clip): Promise<void> {
  await desk.openClipOf(clip, 'comment');
  desk.say({ words: desk.translate('deskClippedAlready', labelClip(desk, clip)) });
}

/**
 * Adds a clip, or adds what was typed to the clip of the same article, and opens it. The outlet's name is the typed one, else the
 * analyst's own for the site, else that of the directory.
 */
export async function addClip(
  desk: Desk,
  fields: NewClipFields,
  known: KnownOutlet | undefined,
): Promise<void> {
  await flushTextEdits();
  const content = await contentOf(desk, fields, known);
  const before = await findClipOfAddress(desk, fields.address);
  if (before === undefined) await addNewClip(desk, content, fields);
  else await addToClip(desk, before, content);
}

async function contentOf(
  desk: Desk,
  { address, headline, outlet, day, quote }: NewClipFields,
  known: KnownOutlet | undefined,
): Promise<ClipContent> {
  const preferences = await readPreferences(desk.database, desk.content.newsletterId);
  const { outlet: own, ...content } = contentFromTab({ url: address.trim() }, preferences);
  const title = tidyLine(headline);
  const name = outlet === undefined ? (own ?? known?.name) : tidyLine(outlet);
  const words = tidyMarkdown(quote);
  const quotes: Quote[] =
    words === undefined ? [] : [{ id: crypto.randomUUID(), markdown: words, isEdited: true }];
  return {
    ...content,
    ...(title !== undefined && { headline: title }),
    ...(name !== undefined && { outlet: name }),
    ...(known && { language: known.language }),
    ...publicationDate(day),
    showLanguage: isForeign(known?.language, preferences.houseStyle.language),
    quotes,
  };
}

async function addNewClip(
  desk: Desk,
  content: ClipContent,
  { address, sectionId }: NewClipFields,
): Promise<void> {
  const key = articleKey(address);
  const { issue, currentId, newsletterId, isEditable } = desk.content;
  const section = isEditable ? issue.sections.find(({ id }) => id === sectionId) : undefined;
  const isCurrent = issue.id === currentId;
  const saved = await saveClip(desk.database, {
    content: { ...content, ...(section && isCurrent && { sectionId: section.id }) },
    ...(key !== undefined && { articleKey: key }),
    newsletterId,
  });
  const isPlaced = section === undefined || isCurrent;
  const place = { issueId: isPlaced ? newsletterId : issue.id, sectionId: section?.id };
  const moved = isPlaced ? [] : await moveClips(desk.database, [saved.clip.id], place);
  const after = moved.find((written) => written.after.id === saved.clip.id)?.after ?? saved.clip;
  const name = desk.translate('deskActClipAdded', labelClip(desk, after));
  const before = { ...after, binnedAt: after.clippedAt };
  desk.recordAction({ name, changes: { clips: [{ before, after }] } });
  await desk.readAgain({ clips: [after.id] });
  desk.openClip(after.id, content.headline === undefined ? 'headline' : 'comment');
  desk.sayDone(name);
}

/** The clip's own fields stay; what it lacks is filled in, and its quotes are kept. */
async function addToClip(desk: Desk, clip: Clip, content: ClipContent): Promise<void> {
  const isNews = content.quotes.length > 0 || clip.headline === undefined;
  if (!isNews) return openClippedBefore(desk, clip);
  const name = desk.translate('deskActClipFilled', labelClip(desk, clip));
  await desk.changeClip(clip.id, (current) => mergeClipContents(fillContent(current, content), content), {
    name,
  });
  await desk.openClipOf(clip, 'comment');
  desk.sayDone(name);
  return undefined;
}
