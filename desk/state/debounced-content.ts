import { useEffect, useState } from 'preact/hooks';
import type { DeskContent } from './desk-content';

/** Milliseconds, so that nothing about the whole issue is computed again with every letter. */
const REST = 250;

/** The content as it was when nothing had been written for a while and the page was idle. Another issue is returned at once. */
export function useDebouncedContent(content: DeskContent): DeskContent {
  const [rested, setRested] = useState(content);
  useEffect(() => {
    let idle: number | undefined;
    const timer = setTimeout(() => {
      idle = requestIdleCallback(() => setRested(content), { timeout: 4 * REST });
    }, REST);
    return () => {
      clearTimeout(timer);
      if (idle !== undefined) cancelIdleCallback(idle);
    };
  }, [content]);
  return rested.issue.id === content.issue.id ? rested : content;
}
