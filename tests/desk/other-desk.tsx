import { render } from 'preact';
import { DeskPage } from '../../desk/desk-page';
import { loadEditor } from '../../desk/prose/loaded-editor';
import { Desk } from '../../desk/state/desk';
import { openDatabase } from '../../src/storage/database';
import '../../src/ui/tokens.css';
import { Translation } from '../../src/ui/translation';
import { translate } from './english';

/** A desk as it is shown in another tab: what it is made of is loaded anew, and it has a connection of its own. */
await loadEditor();
document.documentElement.lang = 'en';
const name = new URL(import.meta.url).searchParams.get('database') ?? '';
const database = await openDatabase({ name });
const desk = await Desk.open(database, translate);
render(
  <Translation.Provider value={translate}>
    <DeskPage desk={desk} onOpenOptions={() => Promise.resolve()} />
  </Translation.Provider>,
  document.body,
);
