import type { Issue } from '../../src/news/issue';
import type { Rewriting } from '../../src/news/merge/text-merge';
import { memo } from '../../src/ui/memo';
import { useTranslate } from '../../src/ui/translation-context';
import { ProseBlock } from '../fields/prose-block';
import { TextBlock } from '../fields/text-block';
import { useDesk } from '../state/desk';
import { returnByEscape } from './manuscript-focus';
import { ISSUE_TEXT_LABELS, writeIssueText, type IssueTextField as IssueField } from '../actions/issue-edits';

/** Title, subtitle and introduction, as they will be printed. */
export const IssueHead = memo(function IssueHead({ issue }: { issue: Issue }) {
  return (
    <header class="issue-head" onKeyDown={(event) => returnByEscape(event, 'outline', {})}>
      <IssueText issue={issue} field="title" />
      <IssueText issue={issue} field="subtitle" />
      <IssueText issue={issue} field="introduction" />
    </header>
  );
});

/** One text of the issue. Title and subtitle are one line each, introduction and sign-off are Markdown. */
export const IssueText = memo(function IssueText({ issue, field }: { issue: Issue; field: IssueField }) {
  const desk = useDesk();
  const label = useTranslate()(ISSUE_TEXT_LABELS[field]);
  const isLine = field === 'title' || field === 'subtitle';
  const shared = {
    label,
    isLabelHidden: true,
    placeholder: label,
    stored: issue[field],
    save: (text: Rewriting) => writeIssueText(desk, issue.id, field, text),
  };
  return (
    <div class={`issue-${field}`}>
      {isLine ? (
        <TextBlock {...shared} isOneLine face={field === 'title' ? 'headline' : 'sans'} />
      ) : (
        <ProseBlock {...shared} />
      )}
    </div>
  );
});
