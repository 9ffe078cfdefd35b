import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Clip } from '../../src/news/clip';
import { isSame } from '../../src/news/edits/deep-equality';
import { findCutWords, isWordOf, type CutWord } from '../../src/newsletter/checks/cut-words';
import { onChange } from '../../src/storage/database/changes';
import { readSnapshot } from '../../src/storage/snapshots';
import type { Desk } from '../state/desk';

const NONE: readonly CutWord[] = [];

/** The words that the quotes of these clips cut, as far as the saved text of the article contains them whole. */
export function useCutWords(desk: Desk, clips: readonly Clip[]): readonly CutWord[] {
  const [cutWords, setCutWords] = useState(NONE);
  const [saved, setSaved] = useState({});
  useEffect(
    () =>
      onChange(({ snapshots, isRestored }) => {
        if (snapshots !== undefined || isRestored === true) setSaved({});
      }),
    [],
  );
  const known = useMemo(() => ({ saved, words: new WeakMap<Clip['quotes'], CutWord[]>() }), [saved]);
  useEffect(() => {
    let isWanted = true;
    const read = async (clip: Clip) => {
      const before = known.words.get(clip.quotes);
      const possible = findCutWords(clip);
      if (before !== undefined || possible.length === 0) return before ?? [];
      const { text = '' } = await readSnapshot(desk.database, clip.id);
      const words = possible.filter((word) => isWordOf(text, word));
      known.words.set(clip.quotes, words);
      return words;
    };
    const readAll = async () => {
      const words: CutWord[] = [];
      for (const clip of clips) words.push(...(await read(clip)));
      if (isWanted) setCutWords((current) => (isSame(current, words) ? current : words));
    };
    readAll().catch((error: unknown) => desk.report(error));
    return () => {
      isWanted = false;
    };
  }, [desk, clips, known]);
  return cutWords;
}
