import type { Check, CheckedPart, Finding } from '../../src/newsletter/checks/checks';
import { keyOfFinding } from '../../src/newsletter/checks/intentional-findings';
import { Button } from '../../src/ui/button';
import { Menu } from '../../src/ui/menu';
import { useTranslate, type MessageKey } from '../../src/ui/translation-context';
import { useState } from 'preact/hooks';
import { clearIntentional, markAsIntentional } from '../actions/intentional-actions';
import { FindingFix } from './finding-fix';
import { goToFinding } from './finding-place';
import type { Findings } from './use-findings';
import { nameClip } from '../state/clip-name';
import { COVER_TEXT_LABELS } from '../actions/cover-actions';
import { useDesk, type Desk } from '../state/desk';
import { ISSUE_TEXT_LABELS } from '../actions/issue-edits';
import { nameTarget } from '../export/target-name';

const WORDS: Record<Check, MessageKey> = {
  noTitle: 'checkNoTitle',
  lastTitle: 'checkLastTitle',
  noPicture: 'checkNoPicture',
  emptySection: 'checkEmptySection',
  unsorted: 'checkUnsorted',
  sameArticle: 'checkSameArticle',
  sameQuote: 'checkSameQuote',
  cutQuote: 'checkCutQuote',
  noComment: 'checkNoComment',
  noHeadline: 'checkNoHeadline',
  headlineInCapitals: 'checkHeadlineInCapitals',
  noOutlet: 'checkNoOutlet',
  hostOutlet: 'checkHostOutlet',
  noDate: 'checkNoDate',
  noAddress: 'checkNoAddress',
  unsafeAddress: 'checkUnsafeAddress',
  deadLink: 'checkDeadLink',
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
  mailRecipients: 'checkMailRecipients',
  trackingLink: 'checkTrackingLink',
};

const PART_LABELS: Record<CheckedPart, MessageKey> = {
  cover: 'deskCover',
  ...COVER_TEXT_LABELS,
  ...ISSUE_TEXT_LABELS,
};

/** The findings of the checks by their kind, those marked as intentional only counted. */
export function Checks({ open, intentional }: Findings) {
  const desk = useDesk();
  const translate = useTranslate();
  const { clips, isEditable } = desk.content;
  const kinds = [...new Set(open.map(({ check }) => check))];
  return (
    <>
      {open.length === 0 && (
        <p class="empty">{translate(clips.length === 0 ? 'deskNoClips' : 'deskNoFindings')}</p>
      )}
      {kinds.map((check) => (
        <FindingsOfKind key={check} findings={open.filter((finding) => finding.check === check)} all={open} />
      ))}
      {intentional.length > 0 && (
        <p class="findings-intentional">
          <span>{translate('checkIntentionalCount', intentional.length)}</span>
          {isEditable && (
            <Button look="quiet" onClick={() => desk.run(() => clearIntentional(desk))}>
              {translate('checkIntentionalAgain')}
            </Button>
          )}
        </p>
      )}
    </>
  );
}

/** How many findings of a kind are listed at first. */
const FIRST = 3;

/** The findings of one check. Each leads to its place, and offers what can be done about it. */
function FindingsOfKind({ findings, all }: { findings: readonly Finding[]; all: readonly Finding[] }) {
  const desk = useDesk();
  const translate = useTranslate();
  const [isWhole, setWhole] = useState(false);
  const { clips, isEditable } = desk.content;
  const shown = isWhole ? findings : findings.slice(0, FIRST);
  return (
    <ul class="findings">
      {shown.map((finding, place) => {
        const { check, clipId, sectionId, part, address, quoteId } = finding;
        const clip = clips.find(({ id }) => id === finding.clipId);
        return (
          <li key={`${check} ${clipId ?? sectionId ?? part ?? ''} ${address ?? quoteId ?? ''}`}>
            <button type="button" class="finding" onClick={() => goToFinding(desk, finding)}>
              <span class={place > 0 && address === undefined ? 'visually-hidden' : ''}>
                {wordsOf(desk, finding)}
              </span>
              <small dir="auto">{nameOfPlace(desk, finding)}</small>
            </button>
            {isEditable && (
              <div class="finding-actions">
                <FindingFix finding={finding} clip={clip} />
                <IntentionalMenu finding={finding} ofKind={findings} all={all} />
              </div>
            )}
          </li>
        );
      })}
      {findings.length > shown.length && (
        <li>
          <Button look="quiet" onClick={() => setWhole(true)}>
            {translate('checkShowOthers', findings.length - shown.length)}
          </Button>
        </li>
      )}
    </ul>
  );
}

/** Marks as intentional a finding, all findings about its clip, or all of its kind. */
function IntentionalMenu({
  finding,
  ofKind,
  all,
}: {
  finding: Finding;
  ofKind: readonly Finding[];
  all: readonly Finding[];
}) {
  const desk = useDesk();
  const translate = useTranslate();
  const { issue, clips, exportPreferences } = desk.content;
  const ofClip = all.filter(({ clipId }) => clipId !== undefined && clipId === finding.clipId);
  const mark = (findings: readonly Finding[]) => () => {
    const checked = { issue, clips, target: exportPreferences.target };
    desk.run(() =>
      markAsIntentional(
        desk,
        findings.map((each) => keyOfFinding(each, checked)),
      ),
    );
  };
  if (ofClip.length < 2 && ofKind.length < 2)
    return (
      <Button look="quiet" onClick={mark([finding])}>
        {translate('checkIntentional')}
      </Button>
    );
  return (
    <Menu
      items={[
        { key: 'one', label: translate('checkIntentionalOne'), onChoose: mark([finding]) },
        ...(ofClip.length > 1
          ? [{ key: 'clip', label: translate('checkIntentionalClip', ofClip.length), onChoose: mark(ofClip) }]
          : []),
        ...(ofKind.length > 1
          ? [{ key: 'kind', label: translate('checkIntentionalKind', ofKind.length), onChoose: mark(ofKind) }]
          : []),
      ]}
    >
      {translate('checkIntentional')}
    </Menu>
  );
}

/** The message of a finding, with the limit or the target's name if it mentions them. */
function wordsOf({ content, translate }: Desk, { check, words, address }: Finding): string {
  if (address !== undefined) return translate(WORDS[check], address);
  const { target, mostQuotedWords } = content.exportPreferences;
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
