import type { Preferences } from '../../src/news/preferences';
import { tidyLine, tidyMarkdown } from '../../src/news/text/plain-text';
import { useTranslate } from '../../src/ui/translation-context';
import type { KeptPreferences } from '../controls/kept-preferences';
import { AutosaveField } from '../controls/autosave-field';
import { SettingsSection } from '../controls/settings-section';

interface MastheadProps {
  preferences: Preferences;
  change: KeptPreferences['change'];
}

/** Title, subtitle and sign-off for each new issue. */
export function Masthead({ preferences, change }: MastheadProps) {
  const translate = useTranslate();
  const keep = (field: 'title' | 'subtitle' | 'signOff', text: string | undefined) =>
    change(({ [field]: _former, ...others }) => (text === undefined ? others : { ...others, [field]: text }));
  return (
    <SettingsSection id="masthead" introduction={translate('optionsMastheadIntroduction')}>
      <AutosaveField
        label={translate('optionsTitle')}
        value={preferences.title}
        onKeep={(text) => keep('title', tidyLine(text))}
      />
      <AutosaveField
        label={translate('uiSubtitle')}
        value={preferences.subtitle}
        onKeep={(text) => keep('subtitle', tidyLine(text))}
      />
      <AutosaveField
        label={translate('uiSignOff')}
        hint={translate('optionsMarkdownHint')}
        lines={3}
        value={preferences.signOff}
        onKeep={(text) => keep('signOff', tidyMarkdown(text))}
      />
    </SettingsSection>
  );
}
