import { useEffect, useRef, useState } from 'preact/hooks';
import { memo } from '../../src/ui/memo';
import { Markdown } from './markdown';
import { cutMarkdown, isQuicklyParsed } from './markdown-parts';

/** How many parts are drawn at once, so that the browser's own search finds their words. */
const FIRST = 40;
/** How far from the viewport the next part is drawn. */
const MARGIN = '1500px';

/** Shows Markdown of any length by drawing it in parts, so that the page stays responsive. */
export function LongMarkdown({ text }: { text: string }) {
  const [drawn, setDrawn] = useState<{ parts: readonly string[]; isWhole: boolean }>(NOTHING);
  const cutterRef = useRef(cutMarkdown(''));
  const endRef = useRef<HTMLDivElement>(null);
  useEffect(() => {
    cutterRef.current = cutMarkdown(text);
    setDrawn(NOTHING);
  }, [text]);
  useEffect(() => {
    const element = endRef.current;
    if (drawn.isWhole || element === null) return undefined;
    const drawNext = () => {
      const { done, value } = cutterRef.current.next();
      setDrawn(({ parts }) => ({ parts: done === true ? parts : [...parts, value], isWhole: done === true }));
    };
    if (drawn.parts.length < FIRST) {
      const timer = setTimeout(drawNext);
      return () => clearTimeout(timer);
    }
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting === true) drawNext();
      },
      { rootMargin: MARGIN, root: element.parentElement },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [drawn]);
  return (
    <>
      {drawn.parts.map((part, place) => (
        <Part key={place} text={part} />
      ))}
      <div ref={endRef} />
    </>
  );
}

const NOTHING = { parts: [], isWhole: false };

const Part = memo(({ text }: { text: string }) =>
  isQuicklyParsed(text) ? (
    <Markdown text={text} />
  ) : (
    <p class="markdown unset" dir="auto">
      {text.replace(/\n{3,}/gu, '\n\n')}
    </p>
  ),
);
