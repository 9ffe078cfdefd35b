import { render } from 'preact';
import { OutletFinder } from '../../desk/adding/outlet-finder';
import { DeskPage } from '../../desk/desk-page';
import { loadEditor } from '../../desk/prose/loaded-editor';
import { Desk } from '../../desk/state/desk';
import type { Database } from '../../src/storage/database/database';
import '../../src/ui/tokens.css';
import { Translation } from '../../src/ui/translation-context';
import { translate } from './english';

/** Draws the desk of a database in this document, in English, with its editor already loaded. */
export async function drawDesk(database: Database): Promise<Desk> {
  await loadEditor();
  document.documentElement.lang = 'en';
  const desk = await Desk.open(database, translate);
  render(
    <Translation value={translate}>
      <OutletFinder value={findOutlet}>
        <DeskPage desk={desk} onOpenOptions={() => Promise.resolve()} />
      </OutletFinder>
    </Translation>,
    document.body,
  );
  return desk;
}

/** Stands for the outlet directory. */
function findOutlet(address: string): Promise<{ name: string; language: string } | undefined> {
  return Promise.resolve(address.includes('reuters.com') ? { name: 'Reuters', language: 'en' } : undefined);
}
