import { render } from 'preact';
import { openShortcutSettings, readShortcuts } from '../src/browser/shortcut';
import { translate } from '../src/browser/translation';
import { readVersion } from '../src/browser/version';
import { recordUncaught } from '../src/storage/database/error-log';
import { cleanPastes } from '../src/ui/clean-paste';
import { Translation } from '../src/ui/translation-context';
import { OptionsPage } from './options-page';
import { openPrepared } from './prepared-database';

recordUncaught('options');
cleanPastes(document);
document.documentElement.lang = translate('languageOfStrings');
render(
  <Translation value={translate}>
    <OptionsPage
      openDatabase={openPrepared}
      version={readVersion()}
      readShortcuts={readShortcuts}
      openShortcutSettings={openShortcutSettings}
    />
  </Translation>,
  document.body,
);
