import { render } from 'preact';
import { openShortcutSettings, readShortcut } from '../src/browser/shortcut';
import { translate } from '../src/browser/translation';
import { openDatabase } from '../src/storage/database';
import { Translation } from '../src/ui/translation';
import { OptionsPage } from './options-page';

document.title = translate('optionsHeading');
document.documentElement.lang = translate('languageOfStrings');
render(
  <Translation value={translate}>
    <OptionsPage
      openDatabase={openDatabase}
      readShortcut={readShortcut}
      openShortcutSettings={openShortcutSettings}
    />
  </Translation>,
  document.body,
);
