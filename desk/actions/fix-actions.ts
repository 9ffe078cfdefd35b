import { articleKeyOfClip, type Clip } from '../../src/news/clip';
import type { Issue } from '../../src/news/issue';
import type { Finding } from '../../src/newsletter/checks/checks';
import { fixAddress, fixCharacters } from '../../src/newsletter/checks/fixed-markdown';
import type { Desk } from '../state/desk';
import { flushTextEdits } from '../state/text-edit';
import { labelClip } from './clip-actions';
import { mergeClips } from './merge-clips';
import { withField } from './optional-field';

type Fix = (text: string) => string | undefined;

/** Returns the function that removes from a text what was found in it; `undefined` if there is none. */
function fixFor({ check, address }: Finding): Fix | undefined {
  switch (check) {
    case 'oddCharacters':
      return fixCharacters;
    case 'foreignPicture':
    case 'misleadingLink':
    case 'mailRecipients':
    case 'trackingLink':
      return address === undefined ? undefined : (text) => fixAddress(text, { check, address });
    default:
      return undefined;
  }
}

/** Whether fixing a finding would change one of its texts. */
export function canFix({ content }: Desk, finding: Finding, clip: Clip | undefined): boolean {
  const fix = fixFor(finding);
  if (fix === undefined) return false;
  return clip ? fixClip(clip, fix) !== clip : fixIssue(content.issue, fix) !== content.issue;
}

/** Fixes all texts of the clip, or of the issue, that have what was found. */
export async function fixTexts(desk: Desk, finding: Finding, clip: Clip | undefined): Promise<void> {
  const fix = fixFor(finding);
  if (fix === undefined) return;
  await flushTextEdits();
  const name = clip
    ? desk.translate('deskActCorrectedText', labelClip(desk, clip))
    : desk.translate('deskActCorrectedIssue');
  if (clip) await desk.changeClip(clip.id, (current) => fixClip(current, fix), { name });
  else await desk.changeIssue((issue) => fixIssue(issue, fix), { name });
  desk.sayDone(name);
}

/** The same object if nothing is fixed. */
function fixClip(clip: Clip, fix: Fix): Clip {
  let fixed = clip;
  for (const name of ['headline', 'dek', 'comment'] as const) {
    const text = fixedText(clip[name], fix);
    if (text !== undefined) fixed = withField(fixed, name, text);
  }
  const relatedHeadlines = clip.relatedHeadlines?.map((line) => fixedText(line, fix) ?? line);
  if (relatedHeadlines?.some((line, place) => line !== clip.relatedHeadlines?.[place]))
    fixed = { ...fixed, relatedHeadlines };
  const quotes = clip.quotes.map((quote) => {
    const markdown = fixedText(quote.markdown, fix);
    const translation = fixedText(quote.translation, fix);
    if (markdown === undefined && translation === undefined) return quote;
    return {
      ...quote,
      ...(markdown !== undefined && { markdown, isEdited: true as const }),
      ...(translation !== undefined && { translation }),
    };
  });
  return quotes.every((quote, place) => quote === clip.quotes[place]) ? fixed : { ...fixed, quotes };
}

function fixIssue(issue: Issue, fix: Fix): Issue {
  let fixed = issue;
  for (const name of ['title', 'subtitle', 'introduction', 'signOff'] as const) {
    const text = fixedText(issue[name], fix);
    if (text !== undefined) fixed = withField(fixed, name, text);
  }
  for (const name of ['caption', 'credit'] as const) {
    const text = fixedText(issue.cover?.[name], fix);
    if (text !== undefined) fixed = { ...fixed, cover: withField(fixed.cover ?? {}, name, text) };
  }
  const sections = issue.sections.map((section) => {
    const title = fixedText(section.title, fix);
    return title === undefined ? section : { ...section, title };
  });
  return sections.every((section, place) => section === issue.sections[place])
    ? fixed
    : { ...fixed, sections };
}

/** `undefined`: the text stays. */
function fixedText(text: string | undefined, fix: Fix): string | undefined {
  const fixed = text === undefined ? undefined : fix(text);
  return fixed === text ? undefined : fixed;
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
