import { tidyLine } from '../../src/news/text/plain-text';
import type { Preferences } from '../../src/news/preferences';
import { useTranslate } from '../../src/ui/translation-context';
import type { KeptPreferences } from '../controls/kept-preferences';
import { AutosaveField } from '../controls/autosave-field';
import { SettingsSection } from '../controls/settings-section';
import { SiteList } from '../controls/site-list';

interface OutletNamesProps {
  names: Preferences['outletNames'];
  change: KeptPreferences['change'];
}

/** The outlet names that the analyst has changed, by site. */
export function OutletNames({ names, change }: OutletNamesProps) {
  const translate = useTranslate();
  const read = (text: string) => {
    const name = tidyLine(text);
    return name === undefined ? { problem: translate('optionsOutletEmpty') } : { kept: name };
  };
  return (
    <SettingsSection id="outlets" introduction={translate('optionsOutletsIntroduction')}>
      <SiteList
        kept={names}
        change={(make) => change((all) => ({ ...all, outletNames: make(all.outletNames) }))}
        row={(site, name, keep) => (
          <AutosaveField
            layout="row"
            label={site}
            value={name}
            findProblem={(text) => read(text).problem}
            onKeep={(text) => {
              const { kept } = read(text);
              if (kept !== undefined) keep(kept);
            }}
          />
        )}
        describe={(site, name) => `${name} (${site})`}
        fields={[{ label: translate('optionsOutletName'), placeholder: 'Reuters' }]}
        read={([text = '']) => read(text)}
      />
    </SettingsSection>
  );
}
