import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { OptionsTab, SectionId } from './settings-section';

/** The tab with the section that the address names. Otherwise the one with `first`. */
export function useShownTab(tabs: readonly OptionsTab[], first: SectionId): OptionsTab | undefined {
  const { section, isFollowed } = useAddress();
  const tabOf = (id: string) => tabs.find(({ sections }) => sections.some((other) => other === id));
  const shown = tabOf(section);
  const isFirst = shown?.sections[0] === section;
  useLayoutEffect(() => {
    if (!isFollowed) return;
    // A screen reader reads on from there.
    document.getElementById(`${section}-title`)?.focus({ preventScroll: true });
    if (isFirst) scrollTo(0, 0);
    else document.getElementById(section)?.scrollIntoView();
  }, [section, isFollowed, isFirst]);
  return shown ?? tabOf(first);
}

interface Address {
  section: string;
  /** Whether a link or the Back button led to it. */
  isFollowed: boolean;
}

function useAddress(): Address {
  const [address, setAddress] = useState<Address>(() => ({ section: sectionInAddress(), isFollowed: false }));
  useEffect(() => {
    const follow = () => setAddress({ section: sectionInAddress(), isFollowed: true });
    /** The browser's search has found words in a section that is not shown, and scrolls to them. */
    const reveal = ({ target }: Event) => {
      if (!(target instanceof HTMLElement) || target.id === sectionInAddress()) return;
      history.pushState(null, '', `#${target.id}`);
      setAddress({ section: target.id, isFollowed: false });
    };
    addEventListener('hashchange', follow);
    addEventListener('beforematch', reveal);
    return () => {
      removeEventListener('hashchange', follow);
      removeEventListener('beforematch', reveal);
    };
  }, []);
  return address;
}

const sectionInAddress = () => location.hash.slice(1);
