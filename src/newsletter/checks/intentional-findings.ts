import type { Clip } from '../../news/clip';
import { digestOf } from '../../news/edits/digest';
import type { Issue } from '../../news/issue';
import { hasOddCharacters } from '../../news/text/odd-characters';
import { isTooCostly } from '../markdown/markdown-cost';
import { hasBalancedMarks } from './balanced-marks';
import type { Check, Finding } from './checks';

/** What findings are about. */
interface Checked {
  issue: Issue;
  clips: readonly Clip[];
  /** The place that the issue is pasted into. */
  target: string;
}

/** Checks about something that is absent, or about the place of a clip: as long as they find it, it is the same. */
const OF_ABSENCE = new Set<Check>([
  ...(['noHeadline', 'noOutlet', 'noDate', 'noAddress', 'noComment'] as const),
  ...(['unsorted', 'noTitle', 'noPicture', 'emptySection'] as const),
]);
const OF_TARGET = new Set<Check>(['tableAsLines', 'blocksInQuote', 'loneAddress', 'pictureByHand']);
const OF_ADDRESS = new Set<Check>([
  'noAddress',
  'unsafeAddress',
  'trackingAddress',
  'deadLink',
  'sameArticle',
]);

/** Separates the findings that the analyst has marked as intentional and that are still about the same. */
export function separateIntentional(
  findings: readonly Finding[],
  checked: Checked,
): { open: Finding[]; intentional: Finding[] } {
  const marked = new Set(checked.issue.meant);
  const isIntentional = (finding: Finding) => marked.has(keyOfFinding(finding, checked));
  return {
    open: findings.filter((finding) => !isIntentional(finding)),
    intentional: marked.size === 0 ? [] : findings.filter(isIntentional),
  };
}

/** The check, its place, and a digest of what it is about: after a change of that, it is another finding. */
export function keyOfFinding(finding: Finding, checked: Checked): string {
  const { check, clipId, sectionId, part } = finding;
  return `${check} ${clipId ?? sectionId ?? part ?? ''} ${digestOf(subjectOf(finding, checked))}`;
}

function subjectOf(finding: Finding, { issue, clips, target }: Checked): string {
  const { check, clipId, sectionId, part, address, quoteId } = finding;
  if (address !== undefined) return address;
  if (OF_ABSENCE.has(check)) return '';
  const clip = clips.find(({ id }) => id === clipId);
  if (check === 'cutQuote') return clip?.quotes.find(({ id }) => id === quoteId)?.markdown ?? '';
  const section = issue.sections.find(({ id }) => id === sectionId);
  const words = clip ? wordsOf(clip, check) : (section?.title ?? wordsOfPart(issue, part));
  return OF_TARGET.has(check) ? `${target} ${words}` : words;
}

function wordsOf(
  { headline = '', outlet = '', dek = '', address = '', quotes, comment = '' }: Clip,
  check: Check,
): string {
  if (OF_ADDRESS.has(check)) return address;
  if (check === 'headlineInCapitals') return headline;
  if (check === 'hostOutlet') return outlet;
  const passages = quotes.map(({ markdown }) => markdown).join('\n\n');
  const translations = quotes.map(({ translation = '' }) => translation).join('\n\n');
  if (check === 'sameQuote' || check === 'overQuoted') return passages;
  const isWrong = WRONG[check] ?? (() => true);
  return JSON.stringify([headline, dek, passages, translations, comment].filter(isWrong));
}

/** Which texts of a clip a check is about. */
const WRONG: Partial<Record<Check, (text: string) => boolean>> = {
  unbalancedMarks: (text) => !hasBalancedMarks(text),
  oddCharacters: hasOddCharacters,
  tooManyMarks: isTooCostly,
};

function wordsOfPart({ cover, ...issue }: Issue, part: Finding['part']): string {
  switch (part) {
    case undefined:
      return '';
    case 'cover':
      return cover?.pictureId ?? '';
    case 'caption':
    case 'credit':
      return cover?.[part] ?? '';
    default:
      return issue[part] ?? '';
  }
}
