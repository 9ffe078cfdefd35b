import { parseWebAddress } from '../src/news/address';
import { isLocked } from '../src/news/editions/locked-issue';
import { tidyLine } from '../src/news/text/plain-text';
import { Button } from '../src/ui/button';
import { useTranslate } from '../src/ui/translation-context';
import { makeIssueCurrent } from './actions/draft-actions';
import { beginCorrection, publishShownIssue, writePublication } from './actions/publication';
import { EditionMenu } from './edition-menu';
import { LineField } from './fields/line-field';
import { useDesk } from './state/desk';
import { focusOn } from './state/focus';
import { describeCorrection } from './state/issue-name';

/**
 * Whether the issue is a draft or published, when and where, and whether it was corrected.
 *
 * @param openChecks how many findings of the checks are open, which are named where the issue is published
 */
export function IssueState({ openChecks }: { openChecks: number }) {
  const { issue } = useDesk().content;
  if (issue.publication === undefined) return <DraftState openChecks={openChecks} />;
  return <PublishedState openChecks={openChecks} />;
}

function DraftState({ openChecks }: { openChecks: number }) {
  const desk = useDesk();
  const translate = useTranslate();
  const { issue, currentId } = desk.content;
  return (
    <div class="issue-state">
      <span class="issue-mark">{translate('deskDraft')}</span>
      {issue.id === currentId ? (
        <span class="hint issue-current">{translate('deskIsCurrent')}</span>
      ) : (
        <Button look="quiet" onClick={() => desk.run(() => makeIssueCurrent(desk))}>
          {translate('deskMakeCurrent')}
        </Button>
      )}
      <Button look="quiet" onClick={() => desk.run(() => publishShownIssue(desk))}>
        {translate('deskPublish')}
      </Button>
      <OpenChecks count={openChecks} />
    </div>
  );
}

/** Leads to the findings of the checks, so that nobody publishes without having seen that there are some. */
function OpenChecks({ count }: { count: number }) {
  const desk = useDesk();
  const translate = useTranslate();
  if (count === 0) return null;
  return (
    <Button
      look="quiet"
      onClick={() => {
        desk.show({ part: 'side', side: 'checks' });
        focusOn('checks', {});
      }}
    >
      {translate('deskOpenChecks', count)}
    </Button>
  );
}

/** The day and the address, which are no part of what was printed, and what may be done with the issue. */
function PublishedState({ openChecks }: { openChecks: number }) {
  const desk = useDesk();
  const translate = useTranslate();
  const { issue } = desk.content;
  const { on, address: stored } = issue.publication ?? {};
  const address = parseWebAddress(stored);
  return (
    <div class="issue-state is-published">
      <span class="issue-mark">{translate('deskPublished')}</span>
      <LineField
        key={`${issue.id}:on`}
        label={translate('deskPublishedOn')}
        type="date"
        stored={on}
        tidy={(day) => tidyLine(day) ?? on}
        save={(day) => writePublication(desk, issue.id, 'on', day)}
      />
      <LineField
        key={`${issue.id}:address`}
        label={translate('deskPublishedAt')}
        type="url"
        problem={stored !== undefined && address === undefined ? translate('deskAddressProblem') : undefined}
        stored={stored}
        save={(text) => writePublication(desk, issue.id, 'address', text)}
      />
      {address !== undefined && (
        <a href={address.href} target="_blank" rel="noopener noreferrer">
          {translate('deskOpenIssue')}
        </a>
      )}
      <Correction openChecks={openChecks} />
    </div>
  );
}

/** One button begins the correction and publishes it, so that it keeps the focus. */
function Correction({ openChecks }: { openChecks: number }) {
  const desk = useDesk();
  const translate = useTranslate();
  const { issue } = desk.content;
  const isDone = isLocked(issue);
  const mark = isDone ? describeCorrection(issue, translate) : translate('deskBeingCorrected');
  return (
    <>
      {mark !== undefined && <span class="hint issue-current">{mark}</span>}
      {isDone && <EditionMenu />}
      <Button
        look={isDone ? 'quiet' : 'plain'}
        onClick={() => desk.run(() => (isDone ? beginCorrection(desk) : publishShownIssue(desk)))}
      >
        {translate(isDone ? 'deskCorrect' : 'deskPublishCorrection')}
      </Button>
      {!isDone && <OpenChecks count={openChecks} />}
    </>
  );
}
