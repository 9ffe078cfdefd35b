import { articleKeyOfClip, type Clip } from '../../src/news/clip';
import type { Issue } from '../../src/news/issue';
import type { Finding } from '../../src/newsletter/checks/checks';
import { mendAddress, mendCharacters } from '../../src/newsletter/checks/mended-markdown';
import type { Desk } from '../state/desk';
import { flushTextEdits } from '../state/text-edit';
import { labelClip } from './clip-actions';
import { mergeClips } from './merge-clips';
import { withField } from './optional-field';

type Mend = (text: string) => string | undefined;

/** The change of a text that mends what was found in it. `undefined`: there is none. */
function mendOf({ check, address }: Finding): Mend | undefined {
  switch (check) {
    case 'oddCharacters':
      return mendCharacters;
    case 'foreignPicture':
    case 'misleadingLink':
    case 'trackingLink':
      return address === undefined ? undefined : (text) => mendAddress(text, { check, address });
    default:
      return undefined;
  }
}

/** Whether a finding about texts can be mended: one of them would be another. */
export function canMend({ content }: Desk, finding: Finding, clip: Clip | undefined): boolean {
  const mend = mendOf(finding);
  if (mend === undefined) return false;
  return clip ? mendClip(clip, mend) !== clip : mendIssue(content.issue, mend) !== content.issue;
}

/** Mends all texts of the clip, or of the issue, that have what was found. */
export async function mendTexts(desk: Desk, finding: Finding, clip: Clip | undefined): Promise<void> {
  const mend = mendOf(finding);
  if (mend === undefined) return;
  await flushTextEdits();
  const name = clip
    ? desk.translate('deskActMended', labelClip(desk, clip))
    : desk.translate('deskActMendedIssue');
  if (clip) await desk.changeClip(clip.id, (current) => mendClip(current, mend), { name });
  else await desk.changeIssue((issue) => mendIssue(issue, mend), { name });
  desk.sayDone(name);
}

/** The same object if nothing is mended. */
function mendClip(clip: Clip, mend: Mend): Clip {
  let mended = clip;
  for (const name of ['headline', 'dek', 'comment'] as const) {
    const text = mendedText(clip[name], mend);
    if (text !== undefined) mended = withField(mended, name, text);
  }
  const relatedHeadlines = clip.relatedHeadlines?.map((line) => mendedText(line, mend) ?? line);
  if (relatedHeadlines?.some((line, place) => line !== clip.relatedHeadlines?.[place]))
    mended = { ...mended, relatedHeadlines };
  const quotes = clip.quotes.map((quote) => {
    const markdown = mendedText(quote.markdown, mend);
    const translation = mendedText(quote.translation, mend);
    if (markdown === undefined && translation === undefined) return quote;
    return {
      ...quote,
      ...(markdown !== undefined && { markdown, isEdited: true as const }),
      ...(translation !== undefined && { translation }),
    };
  });
  return quotes.every((quote, place) => quote === clip.quotes[place]) ? mended : { ...mended, quotes };
}

function mendIssue(issue: Issue, mend: Mend): Issue {
  let mended = issue;
  for (const name of ['title', 'subtitle', 'introduction', 'signOff'] as const) {
    const text = mendedText(issue[name], mend);
    if (text !== undefined) mended = withField(mended, name, text);
  }
  for (const name of ['caption', 'credit'] as const) {
    const text = mendedText(issue.cover?.[name], mend);
    if (text !== undefined) mended = { ...mended, cover: withField(mended.cover ?? {}, name, text) };
  }
  const sections = issue.sections.map((section) => {
    const title = mendedText(section.title, mend);
    return title === undefined ? section : { ...section, title };
  });
  return sections.every((section, place) => section === issue.sections[place])
    ? mended
    : { ...mended, sections };
}

/** `undefined`: the text stays. */
function mendedText(text: string | undefined, mend: Mend): string | undefined {
  const mended = text === undefined ? undefined : mend(text);
  return mended === text ? undefined : mended;
}

/** The first clip of the same article, in the order of the issue. */
export function firstOfArticle({ content }: Desk, clip: Clip): Clip | undefined {
  const key = articleKeyOfClip(clip);
  const order = content.issue.sections.map(({ id }) => id);
  const place = ({ sectionId = '' }: Clip) =>
    order.includes(sectionId) ? order.indexOf(sectionId) : order.length;
  return content.clips
    .filter((other) => key !== undefined && articleKeyOfClip(other) === key)
    .toSorted((a, b) => place(a) - place(b))[0];
}

/** Merges a clip into the first one of the same article. */
export async function mergeWithFirst(desk: Desk, clip: Clip): Promise<void> {
  const first = firstOfArticle(desk, clip);
  if (first !== undefined && first.id !== clip.id) await mergeClips(desk, [first, clip]);
}
