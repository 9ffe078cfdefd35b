import { onTestFinished } from 'vitest';
import { page, type FrameLocator } from 'vitest/browser';
import otherDesk from './other-desk?url';

/** Opens a desk on the database with this name in a frame, which is like another tab. If `visible`, the frame covers the page. */
export function frameDesk(name: string): {
  desk: FrameLocator;
  show: (visibility: 'visible' | 'hidden') => void;
} {
  const frame = document.createElement('iframe');
  frame.title = 'The other desk';
  frame.style.cssText =
    'position: fixed; inset: 0; inline-size: 100%; block-size: 100%; z-index: 99; border: 0';
  document.documentElement.append(frame);
  onTestFinished(() => frame.remove());
  const { contentDocument, contentWindow } = frame;
  if (!contentDocument || !contentWindow) throw new Error('The frame has no document');
  // vitest wraps each import() in this function
  const runner = { wrapDynamicImport: (load: () => Promise<unknown>) => load() };
  Object.assign(contentWindow, { __vitest_browser_runner__: runner });
  const script = contentDocument.createElement('script');
  script.type = 'module';
  script.src = `${otherDesk}?database=${name}`;
  contentDocument.head.append(script);
  return {
    desk: page.frameLocator(page.getByTitle('The other desk')),
    show: (visibility) => {
      frame.style.visibility = visibility;
    },
  };
}
