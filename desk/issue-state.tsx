import { parseWebAddress } from '../src/news/address';
import { tidyLine } from '../src/news/text/plain-text';
import { Button } from '../src/ui/button';
import { useTranslate } from '../src/ui/translation-context';
import { LineField } from './fields/line-field';
import { makeIssueCurrent } from './actions/draft-actions';
import { useDesk } from './state/desk';
import { publishIssue, unpublishIssue, writePublication } from './actions/publication';

/** Whether the issue is a draft or published, when and where. */
export function IssueState() {
  const desk = useDesk();
  const translate = useTranslate();
  const { issue, currentId } = desk.content;
  const { publication } = issue;
  if (publication === undefined)
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
        <Button look="quiet" onClick={() => desk.run(() => publishIssue(desk))}>
          {translate('deskPublish')}
        </Button>
      </div>
    );
  const address = parseWebAddress(publication.address);
  return (
    <div class="issue-state is-published">
      <span class="issue-mark">{translate('deskPublished')}</span>
      <LineField
        key={`${issue.id}:on`}
        label={translate('deskPublishedOn')}
        type="date"
        stored={publication.on}
        tidy={(day) => tidyLine(day) ?? publication.on}
        save={(day) => writePublication(desk, issue.id, 'on', day)}
      />
      <LineField
        key={`${issue.id}:address`}
        label={translate('deskPublishedAt')}
        type="url"
        problem={
          publication.address !== undefined && address === undefined
            ? translate('deskAddressProblem')
            : undefined
        }
        stored={publication.address}
        save={(text) => writePublication(desk, issue.id, 'address', text)}
      />
      {address !== undefined && (
        <a href={address.href} target="_blank" rel="noopener noreferrer">
          {translate('deskOpenIssue')}
        </a>
      )}
      <Button look="quiet" onClick={() => desk.run(() => unpublishIssue(desk))}>
        {translate('deskUnpublish')}
      </Button>
    </div>
  );
}
