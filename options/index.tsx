import { render } from 'preact';
import { openShortcutSettings, readShortcuts } from '../src/browser/shortcut';
import { translate } from '../src/browser/translation';
import { readVersion } from '../src/browser/version';
import { openDatabase } from '../src/storage/database/database';
import { recordUncaught } from '../src/storage/database/error-log';
import { cleanPastes } from '../src/ui/clean-paste';
import { Translation } from '../src/ui/translation-context';
import { OptionsPage } from './options-page';

recordUncaught('options');
cleanPastes(document);
document.title = translate('optionsHeading');
document.documentElement.lang = translate('languageOfStrings');
render(
  <Translation value={translate}>
    <OptionsPage
      openDatabase={openDatabase}
      version={readVersion()}
      readShortcuts={readShortcuts}
      openShortcutSettings={openShortcutSettings}
    />
  </Translation>,
  document.body,
);
