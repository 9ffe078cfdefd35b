import { useEffect, useState } from 'preact/hooks';
import { checkIssue } from '../../src/newsletter/checks/checks';
import { separateMeant } from '../../src/newsletter/checks/meant-findings';
import type { DeskContent } from '../state/desk-content';
import { useDebouncedContent } from '../state/debounced-content';
import { clipsInPeriod } from '../../src/news/editions/printed-clips';

/** What the checks have found, without and with the mark that it is meant. */
export type Findings = ReturnType<typeof separateMeant>;

/**
 * The findings of the checks. They are computed after the page has been drawn, in a task of their own; until then, and until
 * another issue has been checked, they are `undefined`.
 */
export function useFindings(content: DeskContent): Findings | undefined {
  const { issue, issues, clips, style, sending } = useDebouncedContent(content);
  const [checked, setChecked] = useState<{ issueId: string; findings: Findings }>();
  useEffect(() => {
    const timer = setTimeout(() => {
      const printed = clipsInPeriod(issue, clips);
      const earlierTitles = issues
        .filter(({ createdAt }) => createdAt < issue.createdAt)
        .map(({ title }) => title);
      const all = checkIssue(issue, printed, { style, ...sending, earlierTitles });
      const findings = separateMeant(all, { issue, clips: printed, target: sending.target });
      setChecked({ issueId: issue.id, findings });
    });
    return () => clearTimeout(timer);
  }, [issue, issues, clips, style, sending]);
  return checked?.issueId === content.issue.id ? checked.findings : undefined;
}
