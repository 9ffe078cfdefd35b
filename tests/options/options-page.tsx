import { render } from 'preact';
import { onTestFinished } from 'vitest';
import type { SectionId } from '../../options/controls/settings-section';
import { OptionsPage } from '../../options/options-page';
import { openDatabase, type Database } from '../../src/storage/database/database';
import { Translation } from '../../src/ui/translation-context';
import { translate } from '../desk/english';
import { freshName, openFreshDatabase } from '../storage/fresh-database';
import '../../src/ui/tokens.css';

/** Opens the page at a section, on a database of its own, with a second connection to it, like another page of Clipsheet. */
export async function openOptionsPage(section?: SectionId): Promise<{ database: Database; name: string }> {
  if (section !== undefined) history.replaceState(null, '', `#${section}`);
  const name = freshName();
  const database = await openFreshDatabase({ name });
  showOptionsPage(({ onClosed }) => openDatabase({ name, ...(onClosed && { onClosed }) }));
  return { database, name };
}

export function showOptionsPage(open: Parameters<typeof OptionsPage>[0]['openDatabase']): void {
  const body = document.body.appendChild(document.createElement('div'));
  render(
    <Translation value={translate}>
      <OptionsPage
        openDatabase={open}
        version="1.2.3"
        readShortcuts={() => Promise.resolve({ popup: 'Alt+Shift+K', quote: 'Alt+Shift+Q' })}
        openShortcutSettings={() => Promise.resolve()}
      />
    </Translation>,
    body,
  );
  onTestFinished(() => {
    render(null, body);
    body.remove();
    history.replaceState(null, '', location.pathname + location.search);
  });
}
