import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { siteOf } from '../src/news/address';
import { tidyLine } from '../src/news/plain-text';
import type { Preferences } from '../src/news/preferences';
import { Button } from '../src/ui/button';
import { useTranslate } from '../src/ui/translation';
import { AddForm } from './add-form';
import type { KeptPreferences } from './kept-preferences';
import { KeptText } from './kept-text';
import { Part } from './part';
import { RemovedNotice } from './removed-notice';

interface OutletNamesProps {
  names: Preferences['outletNames'];
  change: KeptPreferences['change'];
}

/** What the outlet of each site is called, as the analyst has corrected it. */
export function OutletNames({ names, change }: OutletNamesProps) {
  const translate = useTranslate();
  const listRef = useRef<HTMLUListElement>(null);
  const [removed, setRemoved] = useState<{ site: string; name: string }>();
  const [restored, setRestored] = useState<string>();
  const sites = Object.keys(names).toSorted();
  useLayoutEffect(() => {
    if (restored === undefined) return;
    const place = sites.indexOf(restored);
    listRef.current?.children[place]?.querySelector('input')?.focus();
    setRestored(undefined);
  }, [restored, sites]);

  const keep = (site: string, text: string) => {
    const name = tidyLine(text);
    if (name === undefined) return;
    change((preferences) => ({
      ...preferences,
      outletNames: { ...preferences.outletNames, [site]: name },
    }));
  };
  const remove = (site: string, name: string) => {
    change(({ outletNames: { [site]: _name, ...outletNames }, ...preferences }) => ({
      ...preferences,
      outletNames,
    }));
    setRemoved({ site, name });
  };
  const findProblem = ([address = '', name = '']: readonly string[]) => {
    const site = siteNamed(address);
    if (site === undefined) return translate('optionsNoSite');
    if (names[site] !== undefined) return translate('optionsSiteTwice', site, names[site]);
    return tidyLine(name) === undefined ? translate('optionsOutletEmpty') : undefined;
  };

  return (
    <Part id="outlets" introduction={translate('optionsOutletsIntroduction')}>
      {sites.length > 0 && (
        <ul ref={listRef} class="rows">
          {sites.map((site) => (
            <li key={site} class="outlet-row">
              <KeptText
                layout="row"
                label={site}
                value={names[site]}
                findProblem={(text) =>
                  tidyLine(text) === undefined ? translate('optionsOutletEmpty') : undefined
                }
                onKeep={(text) => keep(site, text)}
              />
              <Button look="quiet" icon="close" isIconOnly onClick={() => remove(site, names[site] ?? site)}>
                {translate('optionsRemove', site)}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <RemovedNotice
        removed={removed && `${removed.name} (${removed.site})`}
        onUndo={() => {
          if (removed === undefined) return;
          keep(removed.site, removed.name);
          setRemoved(undefined);
          setRestored(removed.site);
        }}
      />
      <AddForm
        fields={[
          { label: translate('optionsSite'), placeholder: 'www.reuters.com' },
          { label: translate('optionsOutletName'), placeholder: 'Reuters' },
        ]}
        findProblem={findProblem}
        onAdd={([address = '', name = '']) => {
          const site = siteNamed(address);
          if (site !== undefined) keep(site, name);
        }}
      />
    </Part>
  );
}

/** The site of what was typed or pasted: a host, or the address of any of its pages. */
function siteNamed(text: string): string | undefined {
  const address = text.trim();
  const site = siteOf(/^https?:/iu.test(address) ? address : `https://${address}`);
  return site?.includes('.') === true || site === 'localhost' ? site : undefined;
}
