import type { Issue } from '../../src/news/issue';
import { useTranslate } from '../../src/ui/translation';
import { TextBlock } from '../fields/text-block';
import { useDesk } from '../state/desk';
import { ISSUE_TEXT_LABELS, writeIssueText, type IssueText } from '../state/issue-acts';

/** Title, subtitle and introduction, as they will read. */
export function IssueHead({ issue }: { issue: Issue }) {
  return (
    <header class="issue-head">
      <IssueText issue={issue} field="title" />
      <IssueText issue={issue} field="subtitle" />
      <IssueText issue={issue} field="introduction" />
    </header>
  );
}

/** One text of the issue. Title and subtitle are a line each, introduction and sign-off Markdown. */
export function IssueText({ issue, field }: { issue: Issue; field: IssueText }) {
  const desk = useDesk();
  const label = useTranslate()(ISSUE_TEXT_LABELS[field]);
  const isLine = field === 'title' || field === 'subtitle';
  return (
    <div class={`issue-${field}`}>
      <TextBlock
        label={label}
        isLabelHidden
        placeholder={label}
        isOneLine={isLine}
        face={field === 'title' ? 'headline' : 'sans'}
        stored={issue[field]}
        save={(text) => writeIssueText(desk, field, text)}
      />
    </div>
  );
}
