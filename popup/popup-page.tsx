import './popup.css';
import { render } from 'preact';
import { tellSavedClip } from '../src/browser/saved-message';
import { loadDirectoryPart } from '../src/browser/outlet-directory';
import { arrangeInPage, capturePage } from '../src/browser/page-capture';
import { openDesk, openOptions } from '../src/browser/pages';
import { translate } from '../src/browser/translation';
import { openDatabase, type Database } from '../src/storage/database/database';
import { cleanPastes } from '../src/ui/clean-paste';
import { Translation } from '../src/ui/translation-context';
import { Clipping } from './clipping';
import type { InitialRead } from './initial-read';
import type * as LateWork from './late-work';
import { findArticle, joinSelection, openOnClip, openOnTab, passagesIn } from './popup-startup';
import { Popup } from './popup';

let database: Promise<Database> | undefined;

/** Returns the one connection to the database. If the browser has refused or closed it, the next call opens another. */
function connect(): Promise<Database> {
  const forget = () => {
    database = undefined;
  };
  if (database === undefined) {
    database = openDatabase({ onClosed: forget });
    database.catch(forget);
  }
  return database;
}

const dependencies = {
  openDatabase: connect,
  arrangeInPage,
  tellSaved: tellSavedClip,
  capturePage,
  findArticle,
  joinSelection,
  passagesIn,
};

/** Shows the popup, and fills it in from the tab below it or from a stored clip. */
export function openPage(subject: InitialRead | { clipId: string }): void {
  const clipping = new Clipping();
  addEventListener('error', ({ error }) => clipping.fail(error));
  addEventListener('unhandledrejection', ({ reason }) => clipping.fail(reason));
  addEventListener('pagehide', () => void clipping.drafts.flush());
  document.addEventListener('visibilitychange', () => void clipping.drafts.flush());
  const clipId = 'clipId' in subject ? subject.clipId : undefined;
  const opening =
    'clipId' in subject ? openOnClip(clipping, subject.clipId, dependencies) : fillIn(clipping, subject);
  show(clipping, opening, clipId);
}

async function fillIn(clipping: Clipping, { tab, fields }: InitialRead): Promise<void> {
  void tab.then(({ url }) => loadDirectoryPart(url)); // tells which outlet the site belongs to; loads while the page is read
  await openOnTab(clipping, {
    ...dependencies,
    readActiveTab: () => tab,
    capturePage: (target) => capturePage(target, fields),
  });
}

function show(clipping: Clipping, opening: Promise<void>, clipId: string | undefined): void {
  document.documentElement.lang = translate('languageOfStrings');
  cleanPastes(document);
  const late = (act: (work: typeof LateWork) => void | Promise<void>) =>
    void import('./late-work').then(act).catch((error: unknown) => clipping.fail(error));
  setTimeout(() => late(({ startDatabaseCopy }) => startDatabaseCopy(dependencies)), 2000); // nothing waits for the result
  const prepare = () => void opening.then(() => late(({ prepareSave }) => prepareSave(dependencies)));
  addEventListener('input', prepare, { once: true });
  void opening.then(() => {
    const { capture, tab, found } = clipping.state.context;
    void import('./offered-newsletters').then(({ settleNewsletter }) =>
      settleNewsletter(clipping, dependencies),
    );
    if (found?.current)
      void import('./offered-undo').then(({ offerUndo }) => offerUndo(clipping, dependencies));
    if (clipId ?? tab?.isIncognito) late(({ addNotes }) => addNotes(clipping, clipId, dependencies));
    if (capture && 'page' in capture && capture.page.isLoading)
      late(({ readTabOnceLoaded }) => readTabOnceLoaded(clipping, dependencies));
  });
  render(
    <Translation value={translate}>
      <Popup
        clipping={clipping}
        onSave={() => late(({ save }) => save(clipping, opening, dependencies))}
        onFreeSpace={() => late(({ freeSpace }) => freeSpace(clipping, opening, dependencies))}
        onUndoSave={(before) => late(({ undo }) => undo(clipping, before, dependencies))}
        onUndoClipped={(clipId) => late(({ undoMenuClip }) => undoMenuClip(clipping, clipId, dependencies))}
        // Firefox would leave the popup open above the desk.
        onOpenDesk={(clip) => void openDesk(clip === undefined ? {} : { clip }).then(() => close())}
        onOpenOptions={() => void openOptions()}
        onReadAgain={() => late(({ readTabAgain }) => readTabAgain(clipping, dependencies))}
      />
    </Translation>,
    document.body,
  );
}
