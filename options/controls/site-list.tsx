import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { siteOf } from '../../src/news/address';
import { Button } from '../../src/ui/button';
import { useTranslate } from '../../src/ui/translation-context';
import { AddForm } from './add-form';
import { RemovedNotice } from './removed-notice';

interface SiteListProps<Kept> {
  /** The setting of each site, by its host without `www.`. */
  kept: Readonly<Record<string, Kept>>;
  change: (make: (before: Readonly<Record<string, Kept>>) => Record<string, Kept>) => void;
  /** Draws the field of a site. Undo puts the focus in its first input. */
  row: (site: string, kept: Kept, keep: (kept: Kept) => void) => ComponentChildren;
  /** A site and its setting in words. */
  describe: (site: string, kept: Kept) => string;
  /** The fields of the form that adds a site, besides its address. */
  fields?: readonly { label: string; placeholder?: string }[];
  /** Reads the setting from the texts of `fields`, or says why it cannot. */
  read: (texts: readonly string[]) => { kept: Kept } | { problem: string };
}

/** A list of settings by site, in alphabetical order: each can be changed and removed with Undo, and sites can be added. */
export function SiteList<Kept>({ kept: all, change, row, describe, fields = [], read }: SiteListProps<Kept>) {
  const translate = useTranslate();
  const lines = Object.entries(all).toSorted(([one], [other]) => (one < other ? -1 : 1));
  const { listRef, removed, remove, undo } = useRemoval(lines, change);
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
              <Button look="quiet" icon="close" isIconOnly onClick={() => remove(site, kept)}>
                {translate('optionsRemove', site)}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <RemovedNotice removed={removed && describe(removed.site, removed.kept)} onUndo={undo} />
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

/** Removes a site; Undo restores it and puts the focus in its first field. */
function useRemoval<Kept>(
  lines: readonly (readonly [string, Kept])[],
  change: SiteListProps<Kept>['change'],
) {
  const listRef = useRef<HTMLUListElement>(null);
  const [removed, setRemoved] = useState<{ site: string; kept: Kept }>();
  const [restored, setRestored] = useState<string>();
  useLayoutEffect(() => {
    if (restored === undefined) return;
    const place = lines.findIndex(([site]) => site === restored);
    listRef.current?.children[place]?.querySelector('input')?.focus();
    setRestored(undefined);
  }, [restored, lines]);

  const remove = (site: string, kept: Kept) => {
    change(({ [site]: _removed, ...others }) => others);
    setRemoved({ site, kept });
  };
  const undo = () => {
    if (removed === undefined) return;
    change((before) => ({ [removed.site]: removed.kept, ...before }));
    setRemoved(undefined);
    setRestored(removed.site);
  };
  return { listRef, removed, remove, undo };
}

/** The site that the user has typed or pasted, as a host or as the address of any of its pages. */
function siteNamed(text: string): string | undefined {
  const address = text.trim();
  const site = siteOf(/^https?:/iu.test(address) ? address : `https://${address}`);
  return site?.includes('.') === true || site === 'localhost' ? site : undefined;
}
