import { render } from 'preact';
import { nameOfQuoteItem } from '../../src/browser/menus';
import type {} from '../../src/browser/own-page';
import { openShortcutSettings, readShortcuts } from '../../src/browser/shortcut';
import { IS_FIREFOX, readIsInToolbar } from '../../src/browser/toolbar';
import { translate } from '../../src/browser/translation';
import { recordUncaught } from '../../src/storage/database/error-log';
import { Translation } from '../../src/ui/translation-context';
import { WelcomePage } from './welcome-page';
import { describeSample, readSample, sampleIn } from './sample-article';

recordUncaught('options');
document.title = translate('welcomeTitle');
document.documentElement.lang = translate('languageOfStrings');
const sample = sampleIn(translate, new Date());
describeSample(sample);
window.readPage = readSample;
render(
  <Translation value={translate}>
    <WelcomePage
      sample={sample}
      pinning={IS_FIREFOX ? 'welcomePinInFirefox' : 'welcomePinInChromium'}
      quoteItem={nameOfQuoteItem()}
      readIsInToolbar={readIsInToolbar}
      readShortcuts={readShortcuts}
      openShortcutSettings={openShortcutSettings}
    />
  </Translation>,
  document.body,
);
