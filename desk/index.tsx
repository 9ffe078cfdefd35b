import { render } from 'preact';
import { translate } from '../src/browser/translation';

render(<h1>{translate('extensionName')}</h1>, document.body);
