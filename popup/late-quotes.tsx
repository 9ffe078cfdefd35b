import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Quote } from '../src/news/quote';
import type { Clipping } from './clipping';

interface QuotesProps {
  clipping: Clipping;
  quotes: readonly Quote[];
}

/** The quotes of a clip, shown by what is loaded when there is one: most popups open without. */
export function LateQuotes(props: QuotesProps) {
  const [Quotes, setQuotes] = useState<ComponentType<QuotesProps>>();
  const isNeeded = props.quotes.length > 0;
  useEffect(() => {
    if (isNeeded) void import('./quotes').then((loaded) => setQuotes(() => loaded.Quotes));
  }, [isNeeded]);
  return Quotes ? <Quotes {...props} /> : null;
}
