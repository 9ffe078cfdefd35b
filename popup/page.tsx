import { render } from 'preact';
import { requestSnapshot } from '../src/browser/clip-message';
import { arrangeInPage, capturePage } from '../src/browser/page-capture';
import { openDesk, openOptions } from '../src/browser/pages';
import { translate } from '../src/browser/translation';
import { openDatabase, type Database } from '../src/storage/database';
import { Translation } from '../src/ui/translation';
import { Clipping, type BeforeSave } from './clipping';
import { clipId, firstLook } from './first-look';
import { openOnClip, openOnTab } from './opening';
import { Popup } from './popup';

let database: Promise<Database> | undefined;

/** One connection; where the browser refuses or closes it, the next attempt opens another. */
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

const around = { openDatabase: connect, arrangeInPage, requestSnapshot };
const clipping = new Clipping();
const opening = open();

async function open(): Promise<void> {
  if (firstLook === undefined) return openOnClip(clipping, clipId ?? '', around);
  const { tab, fields } = firstLook;
  return openOnTab(clipping, {
    ...around,
    readActiveTab: () => tab,
    capturePage: (target) => capturePage(target, fields),
  });
}

/** Saving is loaded when it is asked for: what comes before the first key is kept small. */
async function save(): Promise<void> {
  const { saveSheet } = await import('./saving');
  await saveSheet(clipping, opening, around);
}

async function undo(before: BeforeSave): Promise<void> {
  const { undoSave } = await import('./saving');
  await undoSave(clipping, before, around);
}

async function orSaid(work: Promise<void>): Promise<void> {
  await work.catch((error: unknown) => clipping.fail(error));
}

addEventListener('error', ({ error }) => clipping.fail(error));
addEventListener('unhandledrejection', ({ reason }) => clipping.fail(reason));
addEventListener('pagehide', () => void clipping.drafts.flush());
document.addEventListener('visibilitychange', () => void clipping.drafts.flush());

document.documentElement.lang = translate('languageOfStrings');
render(
  <Translation.Provider value={translate}>
    <Popup
      clipping={clipping}
      onSave={() => void orSaid(save())}
      onUndoSave={(before) => void orSaid(undo(before))}
      onOpenDesk={(clip) => void openDesk(clip === undefined ? {} : { clip })}
      onOpenOptions={() => void openOptions()}
    />
  </Translation.Provider>,
  document.body,
);
