import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** What takes longer is reported, in milliseconds. */
const NOTICEABLE = 1_000;

/** Shows its children a second later, so that what is quick does not flash. */
export function Delayed({ children }: { children: ComponentChildren }) {
  const [isShown, setIsShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsShown(true), NOTICEABLE);
    return () => clearTimeout(timer);
  }, []);
  return isShown ? children : null;
}
