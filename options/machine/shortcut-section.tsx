import type { Shortcuts } from '../../src/browser/shortcut';
import { Button } from '../../src/ui/button';
import { useTranslate } from '../../src/ui/translation-context';
import { SettingsSection } from '../controls/settings-section';
import { useBrowserSetting } from '../controls/use-browser-setting';

export interface ShortcutProps {
  readShortcuts: () => Promise<Shortcuts>;
  openShortcutSettings: () => Promise<void>;
}

/** The keys that open the popup and clip a quote, and where the browser lets them be changed. */
export function Shortcut({ readShortcuts, openShortcutSettings }: ShortcutProps) {
  const translate = useTranslate();
  const keys = useBrowserSetting(readShortcuts);
  return (
    <SettingsSection id="shortcut" introduction={translate('optionsShortcutIntroduction')}>
      {keys && (
        <dl class="shortcut-keys">
          <dt>{translate('actionTitle')}</dt>
          <dd>{keys.popup === undefined ? translate('optionsShortcutNone') : <kbd>{keys.popup}</kbd>}</dd>
          <dt>{translate('menuClipQuote')}</dt>
          <dd>{keys.quote === undefined ? translate('optionsShortcutNone') : <kbd>{keys.quote}</kbd>}</dd>
        </dl>
      )}
      <div>
        <Button icon="open" onClick={() => void openShortcutSettings()}>
          {translate('optionsShortcutChange')}
        </Button>
      </div>
      <ul class="part-notes">
        <li>{translate('optionsShortcutInChromium')}</li>
        <li>{translate('optionsShortcutInFirefox')}</li>
      </ul>
    </SettingsSection>
  );
}
