import { useEffect, useState } from 'preact/hooks';
import type { DeskContent } from './desk-content';

/** Milliseconds, so that nothing about the whole issue is computed again with every letter. */
const DELAY = 250;

/** The content as it was when nothing had been written for a while and the page was idle. Another issue is returned at once. */
export function useDebouncedContent(content: DeskContent): DeskContent {
  const [debounced, setDebounced] = useState(content);
  useEffect(() => {
    let idle: number | undefined;
    const timer = setTimeout(() => {
      idle = requestIdleCallback(() => setDebounced(content), { timeout: 4 * DELAY });
    }, DELAY);
    return () => {
      clearTimeout(timer);
      if (idle !== undefined) cancelIdleCallback(idle);
    };
  }, [content]);
  return debounced.issue.id === content.issue.id ? debounced : content;
}
