import { useEffect, useState } from 'preact/hooks';
import { checkInSteps } from '../../src/newsletter/checks/checks';
import { separateIntentional } from '../../src/newsletter/checks/intentional-findings';
import type { Desk } from '../state/desk';
import { useDebouncedContent } from '../state/debounced-content';
import { clipsInPeriod } from '../../src/news/editions/printed-clips';
import { useCutWords } from './use-cut-words';

/** What the checks have found: what is open, and what the analyst has marked as intentional. */
export type Findings = ReturnType<typeof separateIntentional>;

/** Milliseconds after which the page may respond before the checks go on. */
const AT_ONCE = 8;

/**
 * The findings of the checks. They are computed after the page has been drawn, in tasks of their own; until then, and until
 * another issue has been checked, they are `undefined`.
 */
export function useFindings(desk: Desk): Findings | undefined {
  const { content } = desk;
  const { issue, issues, clips, style, exportPreferences } = useDebouncedContent(content);
  const cutWords = useCutWords(desk, clips);
  const [checked, setChecked] = useState<{ issueId: string; findings: Findings }>();
  useEffect(() => {
    const printed = clipsInPeriod(issue, clips);
    const earlierTitles = issues
      .filter(({ createdAt }) => createdAt < issue.createdAt)
      .map(({ title }) => title);
    const steps = checkInSteps(issue, printed, { style, ...exportPreferences, earlierTitles, cutWords });
    const goOn = () => {
      const end = performance.now() + AT_ONCE;
      let step = steps.next();
      while (step.done !== true && performance.now() < end) step = steps.next();
      if (step.done !== true) {
        timer = setTimeout(goOn);
        return;
      }
      const findings = separateIntentional(step.value, {
        issue,
        clips: printed,
        target: exportPreferences.target,
      });
      setChecked({ issueId: issue.id, findings });
    };
    let timer = setTimeout(goOn);
    return () => clearTimeout(timer);
  }, [issue, issues, clips, style, exportPreferences, cutWords]);
  return checked?.issueId === content.issue.id ? checked.findings : undefined;
}
