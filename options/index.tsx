import { render } from 'preact';
import { translate } from '../src/browser/translation';
import { openDatabase } from '../src/storage/database';
import { Translation } from '../src/ui/translation';
import { OptionsPage } from './options-page';

document.title = translate('optionsHeading');
document.documentElement.lang = translate('pageLanguage');
render(
  <Translation value={translate}>
    <OptionsPage openDatabase={openDatabase} />
  </Translation>,
  document.body,
);
