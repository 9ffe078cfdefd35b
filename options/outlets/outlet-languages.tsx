import type { HouseStyle } from '../../src/news/house-style';
import { KNOWN_SITES } from '../../src/news/several-languages';
import { Checkbox } from '../../src/ui/fields/checkbox';
import { useTranslate } from '../../src/ui/translation-context';
import { SettingsSection } from '../controls/settings-section';
import { SiteList } from '../controls/site-list';

interface OutletLanguagesProps {
  marks: HouseStyle['severalLanguages'];
  change: (make: (before: HouseStyle['severalLanguages']) => HouseStyle['severalLanguages']) => void;
}

/** The outlets that publish in several languages: as the analyst has set them, and as the directory lists them. */
export function OutletLanguages({ marks, change }: OutletLanguagesProps) {
  const translate = useTranslate();
  return (
    <SettingsSection
      id="languages"
      introduction={translate(
        'optionsLanguagesIntroduction',
        translate('optionsShowsLanguage'),
        translate('optionsShowsOutlets'),
      )}
    >
      <SiteList
        kept={marks}
        change={change}
        row={(site, isMarked, keep) => (
          <Checkbox isChecked={isMarked} onChange={keep}>
            {translate('uiSeveralLanguages', site)}
          </Checkbox>
        )}
        describe={(site) => site}
        read={() => ({ kept: true })}
      />
      <details class="known-sites">
        <summary>{translate('optionsLanguagesKnown', KNOWN_SITES.size)}</summary>
        <p>{translate('optionsLanguagesKnownHint')}</p>
        <ul>
          {[...KNOWN_SITES].map((site) => (
            <li key={site}>{site}</li>
          ))}
        </ul>
      </details>
    </SettingsSection>
  );
}
