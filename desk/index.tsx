import { render, type ComponentChildren } from 'preact';
import { nameOfQuoteItem } from '../src/browser/menus';
import { loadDirectoryPart } from '../src/browser/outlet-directory';
import { openOptions } from '../src/browser/pages';
import { translate } from '../src/browser/translation';
import { findOutlet } from '../src/news/outlets/directory';
import { printForms } from '../src/newsletter/printed-forms';
import { sweepBin } from '../src/storage/bin';
import { maintainIndex } from '../src/storage/search/clip-index';
import { readClip } from '../src/storage/clip-lookup';
import { onChange } from '../src/storage/database/changes';
import { openDatabase, type Database } from '../src/storage/database/database';
import { recordFailure, recordUncaught } from '../src/storage/database/error-log';
import { nameBackup } from '../src/storage/backup/backup-name';
import { backUpDaily } from '../src/storage/backup/folder-backup';
import { clearStaged } from '../src/storage/backup/staging';
import {
  DatabaseUnavailableError,
  messageForError,
  nameStorageError,
} from '../src/storage/database/storage-errors';
import { isInWorkspace } from '../src/storage/outbox/workspace';
import { dropUnnamedEditions, storeMissingEditions } from '../src/storage/publishing';
import { findUnopenedCopy, renewDatabase } from '../src/storage/journal/unopened-copy';
import { cleanPastes } from '../src/ui/clean-paste';
import { Notice } from '../src/ui/banner';
import { Delayed } from '../src/ui/delayed';
import { Status } from '../src/ui/status';
import { Translation } from '../src/ui/translation-context';
import { UnopenedDatabase } from '../src/ui/unopened-database';
import { OutletFinder } from './adding/outlet-finder';
import { issueInAddress, keepInAddress, takeClipInAddress } from './fragment';
import { refuseFileDrops } from './file-drops';
import { DeskPage } from './desk-page';
import { QuoteMenuItem } from './manuscript/quote-menu-item';
import { loadEditor } from './prose/loaded-editor';
import { Desk } from './state/desk';
import { flushTextEdits, stateOfEdits } from './state/text-edit';

document.documentElement.lang = translate('languageOfStrings');
document.title = translate('deskPageTitle');

recordUncaught('desk');
cleanPastes(document);
refuseFileDrops();
addEventListener('pagehide', () => void flushTextEdits());
addEventListener('beforeunload', (event) => {
  if (stateOfEdits() === 'failed') event.preventDefault(); // the browser asks before unsaved words are lost
});
document.addEventListener('visibilitychange', () => void flushTextEdits());

/** Opens the clip that the popup or the notice has asked for. Does nothing if it has been deleted meanwhile. */
async function openClipInAddress(desk: Desk): Promise<void> {
  const clipId = takeClipInAddress(desk.content.issue.id);
  if (clipId === undefined) return;
  const clip = await readClip(desk.database, clipId);
  if (clip !== undefined) await desk.openClipOf(clip, 'comment');
}

function showNotice(notice: ComponentChildren): void {
  render(
    <Translation value={translate}>
      <Status>{notice}</Status>
    </Translation>,
    document.body,
  );
}

function showStoring(share: number): void {
  showNotice(<Notice>{translate('uiStoringEditions', String(Math.round(100 * share)))}</Notice>);
}

/** Another page may be updating the database: then the browser opens it here only afterwards. */
function showOpening(): void {
  showNotice(
    <Delayed>
      <Notice>{translate('uiOpeningDatabase')}</Notice>
    </Delayed>,
  );
}

let opened: Database | undefined;
showOpening();
try {
  const database = (opened = await openDatabase({ onClosed: () => location.reload() }));
  await storeMissingEditions(database, printForms, { onProgress: showStoring });
  const desk = await Desk.open(database, translate, issueInAddress());
  render(
    <Translation value={translate}>
      <QuoteMenuItem value={nameOfQuoteItem()}>
        <OutletFinder value={async (address) => findOutlet(await loadDirectoryPart(address), address)}>
          <DeskPage desk={desk} onOpenOptions={openOptions} onShowIssue={keepInAddress} />
        </OutletFinder>
      </QuoteMenuItem>
    </Translation>,
    document.body,
  );
  desk.run(() => sweepBin(database));
  desk.run(() => dropUnnamedEditions(database));
  desk.run(() => clearStaged(database));
  desk.run(() => backUpDaily(database));
  desk.run(async () => {
    if (await isInWorkspace(database)) await (await import('../src/sync/worker-tasks')).keepInSync();
  });
  maintainIndex(database, (error) => desk.report(error));
  requestIdleCallback(() => void loadEditor().catch(console.error)); // if it fails, fields accept Markdown
  addEventListener('hashchange', () => desk.run(() => openClipInAddress(desk)));
  await openClipInAddress(desk);
} catch (error) {
  console.error(error);
  void recordFailure('desk', error);
  const named = nameStorageError(error);
  // Another page may open it later, or its replacement.
  if (!opened) onChange(({ failures }) => failures !== true && location.reload());
  render(
    <Translation value={translate}>
      <Status isUrgent>
        <Notice tone="danger">{translate(messageForError(named))}</Notice>
      </Status>
      {named instanceof DatabaseUnavailableError && (
        <UnopenedDatabase
          findCopy={findUnopenedCopy}
          nameBackup={nameBackup}
          onRenew={(hasCopy) => renewDatabase(hasCopy, opened)}
        />
      )}
    </Translation>,
    document.body,
  );
}
