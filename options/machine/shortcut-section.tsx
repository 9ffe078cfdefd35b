import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../src/ui/button';
import { useTranslate } from '../../src/ui/translation-context';
import { SettingsSection } from '../controls/settings-section';

export interface ShortcutProps {
  readShortcut: () => Promise<string | undefined>;
  openShortcutSettings: () => Promise<void>;
}

/** The keys that open the popup, and where the browser lets them be changed. */
export function Shortcut({ readShortcut, openShortcutSettings }: ShortcutProps) {
  const translate = useTranslate();
  const [keys, setKeys] = useState<string>();
  useEffect(() => {
    const read = () => void readShortcut().then(setKeys);
    read();
    // They are changed in another tab: coming back shows what they are now.
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, [readShortcut]);
  return (
    <SettingsSection id="shortcut" introduction={translate('optionsShortcutIntroduction')}>
      <p class="shortcut-keys">{keys === undefined ? translate('optionsShortcutNone') : <kbd>{keys}</kbd>}</p>
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
