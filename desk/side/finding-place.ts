import type { Clip } from '../../src/news/clip';
import { hasOddCharacters } from '../../src/news/text/odd-characters';
import { hasBalancedMarks } from '../../src/newsletter/checks/balanced-marks';
import type { Check, Finding } from '../../src/newsletter/checks/checks';
import { findForeignAddresses } from '../../src/newsletter/checks/foreign-addresses';
import { partOfNote } from '../actions/quote-actions';
import type { Desk } from '../state/desk';
import { focusOn, type FocusGoals } from '../state/focus';

/** Checks about a field in the clip's details, which then replace the list. */
const DETAIL_OF_CHECK: Partial<Record<Check, FocusGoals['detail']['field']>> = {
  noOutlet: 'outlet',
  hostOutlet: 'outlet',
  noDate: 'published',
  noAddress: 'address',
  unsafeAddress: 'address',
  deadLink: 'archiveAddress',
  trackingAddress: 'address',
};

const QUOTE_CHECKS = new Set<Check>(['overQuoted', 'sameQuote', 'cutQuote', 'blocksInQuote']);

/** Opens the place that a finding is about: the field, or the clip. */
export function goToFinding(desk: Desk, finding: Finding): void {
  const { check, clipId, sectionId, part } = finding;
  const detail = DETAIL_OF_CHECK[check];
  if (clipId !== undefined) desk.openClip(clipId, partOfClip(desk, finding));
  else if (sectionId !== undefined) desk.openSection(sectionId);
  else {
    desk.show({ part: 'manuscript' });
    focusOn('issuePart', { part: part ?? 'title' });
  }
  if (detail === undefined) desk.show({ side: 'checks' });
  else if (desk.content.isEditable) {
    desk.show({ part: 'side' });
    focusOn('detail', { field: detail });
  }
}

/** The part of the clip that a finding is about; its headline if that is not known. */
function partOfClip({ content }: Desk, finding: Finding): string {
  const { check, clipId, quoteId } = finding;
  if (check === 'noComment') return 'comment';
  const clip = content.clips.find(({ id }) => id === clipId);
  if (clip === undefined) return 'headline';
  const [quote] = clip.quotes;
  if (QUOTE_CHECKS.has(check) && quote !== undefined) return quoteId ?? quote.id;
  return textsOf(clip).find(({ text = '' }) => isAbout(finding, text))?.part ?? 'headline';
}

/** The texts of a clip, each with the part in which it is edited. */
function textsOf({ headline, dek, quotes, comment }: Clip): { part: string; text: string | undefined }[] {
  return [
    { part: 'headline', text: headline },
    { part: 'dek', text: dek },
    ...quotes.flatMap((quote) => [
      { part: quote.id, text: quote.markdown },
      { part: partOfNote(quote, 'translation'), text: quote.translation },
    ]),
    { part: 'comment', text: comment },
  ];
}

/** Whether a finding is about this text. */
function isAbout({ check, address }: Finding, text: string): boolean {
  if (check === 'unbalancedMarks') return !hasBalancedMarks(text);
  if (check === 'oddCharacters') return hasOddCharacters(text);
  return findForeignAddresses(text).some((found) => found.check === check && found.address === address);
}
