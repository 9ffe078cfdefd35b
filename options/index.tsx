import { render } from 'preact';
import { openShortcutSettings, readShortcuts } from '../src/browser/shortcut';
import { translate } from '../src/browser/translation';
import { readVersion } from '../src/browser/version';
import { printForms } from '../src/newsletter/printed-forms';
import { openDatabase } from '../src/storage/database/database';
import { recordUncaught } from '../src/storage/database/error-log';
import { storeMissingEditions } from '../src/storage/publishing';
import { cleanPastes } from '../src/ui/clean-paste';
import { Translation } from '../src/ui/translation-context';
import type { OpenDatabase } from './controls/use-connection';
import { OptionsPage } from './options-page';

/** Issues that are published already are stored as they are printed, before the house style can be changed. */
const openPrepared: OpenDatabase = async (opening) => {
  const database = await openDatabase(opening);
  await storeMissingEditions(database, printForms);
  return database;
};

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
