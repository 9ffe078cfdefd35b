import type { Check, Finding } from '../../src/newsletter/checks';
import { useTranslate, type MessageKey } from '../../src/ui/translation';
import { FindingFix } from './finding-fix';
import { nameClip } from '../state/clip-name';
import { useDesk, type Desk } from '../state/desk';
import { focusTitle } from '../state/focus';

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
};

/** What to look at before the issue is sent; each leads to its place. */
export function Checks({ findings }: { findings: readonly Finding[] }) {
  const desk = useDesk();
  const translate = useTranslate();
  const { clips, isCurrent } = desk.content;
  if (findings.length === 0) return <p class="empty">{translate('deskNoFindings')}</p>;
  return (
    <ul class="findings">
      {findings.map((finding) => {
        const clip = clips.find(({ id }) => id === finding.clipId);
        return (
          <li key={`${finding.check} ${finding.clipId ?? finding.sectionId ?? ''}`}>
            <button type="button" class="finding" onClick={() => goTo(desk, finding)}>
              <span>{translate(WORDS[finding.check])}</span>
              <small dir="auto">{nameOfPlace(desk, finding)}</small>
            </button>
            {clip !== undefined && isCurrent && <FindingFix finding={finding} clip={clip} />}
          </li>
        );
      })}
    </ul>
  );
}

/** What is set right in the clip's details, which then take the place of the list. */
const IN_DETAILS = new Set<Check>(['noOutlet', 'noDate', 'noAddress', 'unsafeAddress', 'trackingAddress']);

function goTo(desk: Desk, { check, clipId, sectionId }: Finding): void {
  if (clipId !== undefined) desk.openClip(clipId, check === 'noComment' ? 'comment' : 'headline');
  else if (sectionId !== undefined) desk.openSection(sectionId);
  else focusTitle();
  if (!IN_DETAILS.has(check)) desk.show({ side: 'checks' });
}

function nameOfPlace(desk: Desk, { clipId, sectionId }: Finding): string | undefined {
  const { issue, clips } = desk.content;
  const clip = clips.find(({ id }) => id === clipId);
  return clip ? nameClip(clip) : issue.sections.find(({ id }) => id === sectionId)?.title;
}
