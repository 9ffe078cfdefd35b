import { useEffect, useState } from 'preact/hooks';
import { checkIssue, type Finding } from '../../src/newsletter/checks/checks';
import type { DeskContent } from '../state/desk-content';
import { useDebouncedContent } from '../state/debounced-content';
import { clipsInPeriod } from '../../src/news/editions/printed-clips';

/**
 * The findings of the checks. They are computed after the page has been drawn, in a task of their own; until then, and until
 * another issue has been checked, they are `undefined`.
 */
export function useFindings(content: DeskContent): readonly Finding[] | undefined {
  const { issue, clips, style, sending } = useDebouncedContent(content);
  const [checked, setChecked] = useState<{ issueId: string; findings: readonly Finding[] }>();
  useEffect(() => {
    const timer = setTimeout(() => {
      const findings = checkIssue(issue, clipsInPeriod(issue, clips), { style, ...sending });
      setChecked({ issueId: issue.id, findings });
    });
    return () => clearTimeout(timer);
  }, [issue, clips, style, sending]);
  return checked?.issueId === content.issue.id ? checked.findings : undefined;
}
