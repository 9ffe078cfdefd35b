import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { siteOf } from '../../src/news/address';
import { Button } from '../../src/ui/button';
import { useTranslate } from '../../src/ui/translation-context';
import { AddForm } from './add-form';
import { RemovedNotice } from './removed-notice';

interface SiteListProps<Kept> {
  /** What is kept of each site, by its host without `www.`. */
  kept: Readonly<Record<string, Kept>>;
  change: (make: (before: Readonly<Record<string, Kept>>) => Record<string, Kept>) => void;
  /** The field of a site. Its first input has the focus after Undo. */
  row: (site: string, kept: Kept, keep: (kept: Kept) => void) => ComponentChildren;
  /** A site with what is kept of it, in words. */
  describe: (site: string, kept: Kept) => string;
  /** What is asked of another site besides its address. */
  fields?: readonly { label: string; placeholder?: string }[];
  /** What is kept of another site, of what stands in `fields`; or why it cannot be, in words. */
  read: (texts: readonly string[]) => { kept: Kept } | { problem: string };
}

/** Something that is kept of sites: a line each, in the order of the alphabet, to be changed, removed with Undo, and added to. */
export function SiteList<Kept>({ kept: all, change, row, describe, fields = [], read }: SiteListProps<Kept>) {
  const translate = useTranslate();
  const listRef = useRef<HTMLUListElement>(null);
  const [removed, setRemoved] = useState<{ site: string; kept: Kept }>();
  const [restored, setRestored] = useState<string>();
  const lines = Object.entries(all).toSorted(([one], [other]) => (one < other ? -1 : 1));
  useLayoutEffect(() => {
    if (restored === undefined) return;
    const place = lines.findIndex(([site]) => site === restored);
    listRef.current?.children[place]?.querySelector('input')?.focus();
    setRestored(undefined);
  }, [restored, lines]);

  const keep = (site: string, kept: Kept) => change((before) => ({ ...before, [site]: kept }));
  const readForm = ([address = '', ...texts]: readonly string[]) => {
    const site = siteNamed(address);
    if (site === undefined) return { problem: translate('optionsNoSite') };
    const there = lines.find(([other]) => other === site);
    if (there) return { problem: translate('optionsSiteTwice', describe(...there)) };
    return { site, ...read(texts) };
  };

  return (
    <>
      {lines.length > 0 && (
        <ul ref={listRef} class="rows">
          {lines.map(([site, kept]) => (
            <li key={site} class="site-row">
              {row(site, kept, (changed) => keep(site, changed))}
              <Button
                look="quiet"
                icon="close"
                isIconOnly
                onClick={() => {
                  change(({ [site]: _removed, ...others }) => others);
                  setRemoved({ site, kept });
                }}
              >
                {translate('optionsRemove', site)}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <RemovedNotice
        removed={removed && describe(removed.site, removed.kept)}
        onUndo={() => {
          if (removed === undefined) return;
          change((before) => ({ [removed.site]: removed.kept, ...before }));
          setRemoved(undefined);
          setRestored(removed.site);
        }}
      />
      <AddForm
        fields={[{ label: translate('optionsSite'), placeholder: 'www.reuters.com' }, ...fields]}
        findProblem={(texts) => {
          const form = readForm(texts);
          return 'problem' in form ? form.problem : undefined;
        }}
        onAdd={(texts) => {
          const form = readForm(texts);
          if ('kept' in form) keep(form.site, form.kept);
        }}
      />
    </>
  );
}

/** The site of what was typed or pasted: a host, or the address of any of its pages. */
function siteNamed(text: string): string | undefined {
  const address = text.trim();
  const site = siteOf(/^https?:/iu.test(address) ? address : `https://${address}`);
  return site?.includes('.') === true || site === 'localhost' ? site : undefined;
}
