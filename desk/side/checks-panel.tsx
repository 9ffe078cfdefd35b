import type { Check, CheckedPart, Finding } from '../../src/newsletter/checks/checks';
import { useTranslate, type MessageKey } from '../../src/ui/translation-context';
import { FindingFix } from './finding-fix';
import { nameClip } from '../state/clip-name';
import { COVER_TEXT_LABELS } from '../actions/cover-actions';
import { useDesk, type Desk } from '../state/desk';
import { ISSUE_TEXT_LABELS } from '../actions/issue-edits';
import type { DetailField } from '../../src/news/article-fields';
import { focusOn } from '../state/focus';
import { nameTarget } from '../export/target-name';

const WORDS: Record<Check, MessageKey> = {
  noTitle: 'checkNoTitle',
  emptySection: 'checkEmptySection',
  unsorted: 'checkUnsorted',
  sameArticle: 'checkSameArticle',
  sameQuote: 'checkSameQuote',
  noComment: 'checkNoComment',
  noHeadline: 'checkNoHeadline',
  headlineInCapitals: 'checkHeadlineInCapitals',
  noOutlet: 'checkNoOutlet',
  noDate: 'checkNoDate',
  noAddress: 'checkNoAddress',
  unsafeAddress: 'checkUnsafeAddress',
  trackingAddress: 'checkTrackingAddress',
  unbalancedMarks: 'checkUnbalancedMarks',
  oddCharacters: 'checkOddCharacters',
  tooManyMarks: 'checkTooManyMarks',
  overQuoted: 'checkOverQuoted',
  tableAsLines: 'checkTableAsLines',
  blocksInQuote: 'checkBlocksInQuote',
  loneAddress: 'checkLoneAddress',
  pictureByHand: 'checkPictureByHand',
  foreignPicture: 'checkForeignPicture',
  misleadingLink: 'checkMisleadingLink',
};

const PART_LABELS: Record<CheckedPart, MessageKey> = {
  cover: 'deskCover',
  ...COVER_TEXT_LABELS,
  ...ISSUE_TEXT_LABELS,
};

/** The findings of the checks. Each one leads to its place. */
export function Checks({ findings }: { findings: readonly Finding[] }) {
  const desk = useDesk();
  const translate = useTranslate();
  const { clips, isEditable } = desk.content;
  if (findings.length === 0)
    return <p class="empty">{translate(clips.length === 0 ? 'deskNoClips' : 'deskNoFindings')}</p>;
  return (
    <ul class="findings">
      {findings.map((finding) => {
        const { check, clipId, sectionId, part, address } = finding;
        const clip = clips.find(({ id }) => id === finding.clipId);
        return (
          <li key={`${check} ${clipId ?? sectionId ?? part ?? ''} ${address ?? ''}`}>
            <button type="button" class="finding" onClick={() => goTo(desk, finding)}>
              <span>{wordsOf(desk, finding)}</span>
              <small dir="auto">{nameOfPlace(desk, finding)}</small>
            </button>
            {isEditable && <FindingFix finding={finding} clip={clip} />}
          </li>
        );
      })}
    </ul>
  );
}

/** Checks about a field in the clip's details, which then replace the list. */
const DETAILS: Partial<Record<Check, DetailField>> = {
  noOutlet: 'outlet',
  noDate: 'published',
  noAddress: 'address',
  unsafeAddress: 'address',
  trackingAddress: 'address',
};

const OF_QUOTES = new Set<Check>(['overQuoted', 'sameQuote', 'blocksInQuote']);

function goTo(desk: Desk, { check, clipId, sectionId, part }: Finding): void {
  const detail = DETAILS[check];
  if (clipId !== undefined) desk.openClip(clipId, partOf(desk, check, clipId));
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

/** The part of a clip that is opened. A clip without quotes opens at its first field. */
function partOf({ content }: Desk, check: Check, clipId: string): string {
  if (check === 'noComment') return 'comment';
  const quote = content.clips.find(({ id }) => id === clipId)?.quotes[0]?.id;
  return OF_QUOTES.has(check) && quote !== undefined ? quote : 'headline';
}

/** The message of a finding, with the limit or the target's name if it mentions them. */
function wordsOf({ content, translate }: Desk, { check, words, address }: Finding): string {
  if (address !== undefined) return translate(WORDS[check], address);
  const { target, mostQuotedWords } = content.sending;
  return words === undefined
    ? translate(WORDS[check], nameTarget(target, translate))
    : translate(WORDS[check], words, String(mostQuotedWords));
}

function nameOfPlace(desk: Desk, { clipId, sectionId, part }: Finding): string | undefined {
  const { issue, clips } = desk.content;
  if (part !== undefined) return desk.translate(PART_LABELS[part]);
  const clip = clips.find(({ id }) => id === clipId);
  return clip ? nameClip(clip) : issue.sections.find(({ id }) => id === sectionId)?.title;
}
