import { useMemo } from 'preact/hooks';
import type { HouseStyle as Style } from '../src/news/house-style';
import { FIRST_NEWSLETTER } from '../src/news/newsletter';
import { nameBackup } from '../src/storage/backup/backup-name';
import type { Database } from '../src/storage/database/database';
import { messageForError } from '../src/storage/database/storage-errors';
import { findUnopenedCopy, renewDatabase } from '../src/storage/journal/unopened-copy';
import { watchCopyAndRecord } from '../src/storage/journal/watched-copy';
import { Button } from '../src/ui/button';
import { Notice } from '../src/ui/banner';
import { CopyNotices } from '../src/ui/copy-notices';
import { Delayed } from '../src/ui/delayed';
import { Status } from '../src/ui/status';
import { useTranslate, type MessageKey } from '../src/ui/translation-context';
import { UnopenedDatabase } from '../src/ui/unopened-database';
import { BackupSection } from './backup/backup-section';
import { CurrentIssue } from './issue/current-issue-section';
import { Diagnosis } from './machine/diagnosis';
import { HouseStyleSection } from './style/house-style-section';
import { IssueChecks } from './issue/issue-checks';
import { Masthead } from './issue/masthead';
import './options.css';
import { OutletLanguages } from './outlets/outlet-languages';
import { OutletNames } from './outlets/outlet-names';
import { ShownTab, TABS } from './controls/settings-section';
import { SavedMark } from './controls/saved-mark';
import { ShownNewsletter } from './issue/shown-newsletter';
import { NewslettersSection } from './issue/newsletters-section';
import { useNewsletters } from './issue/use-newsletters';
import { MachinesSection } from './machines/machines-section';
import { PopupSection } from './machine/popup-section';
import { Shortcut, type ShortcutProps } from './machine/shortcut-section';
import { StandingSections } from './issue/standing-sections';
import { StorageUsed } from './machine/storage-used';
import { TabList } from './tab-list';
import { useConnection, type OpenDatabase } from './controls/use-connection';
import { usePreferences } from './controls/kept-preferences';
import { useShownTab } from './controls/use-shown-tab';

export interface OptionsPageProps extends ShortcutProps {
  openDatabase: OpenDatabase;
  /** Of Clipsheet. */
  version: string;
}

export function OptionsPage({ openDatabase, version, ...shortcut }: OptionsPageProps) {
  const translate = useTranslate();
  const { connection, reopen } = useConnection(openDatabase);
  const database = connection.state === 'open' ? connection.database : undefined;
  const watchCopy = useMemo(() => database && watchCopyAndRecord(database), [database]);
  const isWithout = connection.state === 'failed' || connection.state === 'closed';
  const tabs = TABS.filter(({ worksAlone }) => !isWithout || worksAlone);
  const shown = useShownTab(tabs, isWithout ? 'backup' : 'masthead');
  return (
    <ShownTab value={shown}>
      <header class="page-header">
        <h1>{translate('optionsHeading')}</h1>
        <a href="../desk/index.html">{translate('optionsDesk')}</a>
      </header>
      <TabList tabs={tabs} shown={shown} />
      <main>
        <Status>
          {connection.state === 'opening' && (
            <Delayed>
              <Notice>{translate('uiOpeningDatabase')}</Notice>
            </Delayed>
          )}
        </Status>
        <Status isUrgent>
          {connection.state === 'failed' && (
            <Problem words={connection.problem} action="optionsTryAgain" onAct={reopen} />
          )}
          {connection.state === 'closed' && (
            <Problem words="optionsClosed" action="optionsReload" onAct={() => location.reload()} />
          )}
        </Status>
        {watchCopy && (
          <CopyNotices
            watch={watchCopy}
            unreadable={{
              findCopy: findUnopenedCopy,
              onRenew: (hasCopy) => renewDatabase(hasCopy, database),
            }}
            nameBackup={nameBackup}
            sayError={messageForError}
          />
        )}
        {connection.state === 'failed' && connection.problem === 'errorDatabaseUnavailable' && (
          <UnopenedDatabase findCopy={findUnopenedCopy} nameBackup={nameBackup} onRenew={renewDatabase} />
        )}
        {database && <Settings database={database} />}
        {database && <MachinesSection database={database} />}
        {connection.state !== 'opening' && (
          <>
            <BackupSection database={database} />
            <StorageUsed database={database} />
            <Diagnosis database={database} version={version} />
            <Shortcut {...shortcut} />
          </>
        )}
      </main>
    </ShownTab>
  );
}

/** The settings of the newsletter that is chosen here, and those that all newsletters share. */
function Settings({ database }: { database: Database }) {
  const [newsletters, chosenId, choose] = useNewsletters(database);
  if (newsletters === undefined || chosenId === undefined) return null;
  const shownId = newsletters.some(({ id }) => id === chosenId) ? chosenId : FIRST_NEWSLETTER;
  return (
    <>
      <ShownNewsletter newsletters={newsletters} shownId={shownId} onChoose={choose} />
      <SettingsOf key={shownId} database={database} newsletterId={shownId} />
      <NewslettersSection database={database} newsletters={newsletters} shownId={shownId} onShow={choose} />
    </>
  );
}

function SettingsOf({ database, newsletterId }: { database: Database; newsletterId: string }) {
  const preferences = usePreferences(database, newsletterId);
  if (preferences === undefined) return null;
  const { kept, shown } = preferences;
  const changeStyle = (make: (before: Style) => Style) =>
    kept.change((all) => ({ ...all, houseStyle: make(all.houseStyle) }));
  return (
    <>
      <SavedMark state={shown.state} />
      <Status isUrgent>
        {shown.problem && <Problem words={shown.problem} action="optionsTryAgain" onAct={kept.tryAgain} />}
      </Status>
      {shown.preferences && (
        <>
          <Masthead preferences={shown.preferences} change={kept.change} />
          <StandingSections titles={shown.preferences.standingSections} change={kept.change}>
            <CurrentIssue database={database} newsletterId={newsletterId} preferences={shown.preferences} />
          </StandingSections>
          <IssueChecks preferences={shown.preferences} change={kept.change} />
          <OutletNames names={shown.preferences.outletNames} change={kept.change} />
          <OutletLanguages
            marks={shown.preferences.houseStyle.severalLanguages}
            change={(make) =>
              changeStyle((style) => ({ ...style, severalLanguages: make(style.severalLanguages) }))
            }
          />
          <HouseStyleSection style={shown.preferences.houseStyle} onChange={changeStyle} />
          <PopupSection preferences={shown.preferences} change={kept.change} />
        </>
      )}
    </>
  );
}

interface ProblemProps {
  words: MessageKey;
  action: MessageKey;
  onAct: () => void;
}

function Problem({ words, action, onAct }: ProblemProps) {
  const translate = useTranslate();
  return (
    <Notice tone="danger" actions={<Button onClick={onAct}>{translate(action)}</Button>}>
      {translate(words)}
    </Notice>
  );
}
