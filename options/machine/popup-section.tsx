import type { Preferences } from '../../src/news/preferences';
import { Checkbox } from '../../src/ui/fields/checkbox';
import { useTranslate } from '../../src/ui/translation-context';
import type { KeptPreferences } from '../controls/kept-preferences';
import { SettingsSection } from '../controls/settings-section';

interface PopupSectionProps {
  preferences: Preferences;
  change: KeptPreferences['change'];
}

/** What the popup does after saving. */
export function PopupSection({ preferences, change }: PopupSectionProps) {
  const translate = useTranslate();
  return (
    <SettingsSection id="popup" introduction={translate('optionsPopupIntroduction')}>
      <Checkbox
        isChecked={preferences.keepsPopupOpen === true}
        onChange={(isKept) =>
          change(({ keepsPopupOpen: _, ...others }) => ({
            ...others,
            ...(isKept && { keepsPopupOpen: true }),
          }))
        }
      >
        {translate('optionsKeepsPopupOpen')}
      </Checkbox>
    </SettingsSection>
  );
}
