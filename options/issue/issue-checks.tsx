import type { Preferences } from '../../src/news/preferences';
import { useTranslate } from '../../src/ui/translation-context';
import type { KeptPreferences } from '../controls/kept-preferences';
import { AutosaveField } from '../controls/autosave-field';
import { SettingsSection } from '../controls/settings-section';

interface IssueChecksProps {
  preferences: Preferences;
  change: KeptPreferences['change'];
}

/** The settings for the checks of the desk. */
export function IssueChecks({ preferences, change }: IssueChecksProps) {
  const translate = useTranslate();
  return (
    <SettingsSection id="checks" introduction={translate('optionsChecksIntroduction')}>
      <AutosaveField
        label={translate('optionsMostQuotedWords')}
        hint={translate('optionsMostQuotedWordsHint')}
        value={preferences.mostQuotedWords?.toString()}
        findProblem={(text) => (isLimit(text) ? undefined : translate('optionsMostQuotedWordsProblem'))}
        onKeep={(text) =>
          change(({ mostQuotedWords: _former, ...others }) =>
            text.trim() === '' ? others : { ...others, mostQuotedWords: Number(text) },
          )
        }
      />
    </SettingsSection>
  );
}

function isLimit(text: string): boolean {
  return text.trim() === '' || (/^\s*\d{1,9}\s*$/u.test(text) && Number(text) > 0);
}
