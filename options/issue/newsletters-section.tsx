import { useState } from 'preact/hooks';
import { FIRST_NEWSLETTER } from '../../src/news/newsletter';
import { tidyLine } from '../../src/news/text/plain-text';
import type { Database } from '../../src/storage/database/database';
import { recordFailure } from '../../src/storage/database/error-log';
import { messageForError } from '../../src/storage/database/storage-errors';
import type { ListedNewsletter } from '../../src/storage/newsletter-list';
import {
  createNewsletter,
  removeNewsletter,
  undoRemoveNewsletter,
  type RemovedNewsletter,
} from '../../src/storage/newsletters';
import { readPreferences } from '../../src/storage/preferences-lookup';
import { Notice } from '../../src/ui/banner';
import { Button } from '../../src/ui/button';
import { nameNewsletter } from '../../src/ui/newsletter-name';
import { Status } from '../../src/ui/status';
import { useTranslate } from '../../src/ui/translation-context';
import { AddForm } from '../controls/add-form';
import { RemovedNotice } from '../controls/removed-notice';
import { SettingsSection } from '../controls/settings-section';

interface NewslettersSectionProps {
  database: Database;
  newsletters: readonly ListedNewsletter[];
  /** The one whose settings are shown. A new one begins with its house style and target. */
  shownId: string;
  onShow: (id: string) => void;
}

/** Creates further newsletters, and removes those that contain nothing. */
export function NewslettersSection({ database, newsletters, shownId, onShow }: NewslettersSectionProps) {
  const translate = useTranslate();
  const [removed, setRemoved] = useState<RemovedNewsletter & { name: string }>();
  const [problem, setProblem] = useState<string>();
  const run = async (work: () => Promise<void>) => {
    setProblem(undefined);
    try {
      await work();
    } catch (error) {
      setProblem(translate(messageForError(error)));
      void recordFailure('options', error, database);
    }
  };
  const add = ([title = '']: readonly string[]) =>
    run(async () => {
      const { houseStyle, target } = await readPreferences(database, shownId);
      const masthead = tidyLine(title) ?? '';
      const settings = { title: masthead, houseStyle, ...(target !== undefined && { target }) };
      onShow(await createNewsletter(database, settings));
      setRemoved(undefined);
    });
  const remove = (id: string) =>
    run(async () => {
      const name = nameNewsletter(newsletters, id, translate);
      const done = await removeNewsletter(database, id);
      if (done === undefined) setProblem(translate('optionsNewsletterInUse', name));
      else setRemoved({ ...done, name });
    });
  return (
    <SettingsSection id="newsletters" introduction={translate('optionsNewslettersIntroduction')}>
      <NewsletterList newsletters={newsletters} onRemove={(id) => void remove(id)} />
      <Status isUrgent>{problem !== undefined && <Notice tone="danger">{problem}</Notice>}</Status>
      <RemovedNotice
        removed={removed?.name}
        onUndo={() =>
          void run(async () => {
            if (removed) await undoRemoveNewsletter(database, removed);
            setRemoved(undefined);
          })
        }
      />
      <AddForm
        fields={[{ label: translate('optionsNewNewsletter') }]}
        findProblem={([title = '']) =>
          tidyLine(title) === undefined ? translate('optionsNewsletterUnnamed') : undefined
        }
        onAdd={(texts) => void add(texts)}
      />
    </SettingsSection>
  );
}

interface NewsletterListProps {
  newsletters: readonly ListedNewsletter[];
  onRemove: (id: string) => void;
}

/** The newsletters by name. Each can be removed, except the first one. */
function NewsletterList({ newsletters, onRemove }: NewsletterListProps) {
  const translate = useTranslate();
  if (newsletters.length < 2) return null;
  return (
    <ul class="rows">
      {newsletters.map(({ id }) => {
        const name = nameNewsletter(newsletters, id, translate);
        return (
          <li key={id} class="site-row">
            <span dir="auto">{name}</span>
            {id !== FIRST_NEWSLETTER && (
              <Button look="quiet" icon="close" isIconOnly onClick={() => onRemove(id)}>
                {translate('optionsRemove', name)}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
