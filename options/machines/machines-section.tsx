import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Database } from '../../src/storage/database/database';
import { readWorkspace, type Workspace } from '../../src/storage/outbox/workspace';
import { Button } from '../../src/ui/button';
import { Status } from '../../src/ui/status';
import { useTranslate } from '../../src/ui/translation-context';
import { SettingsSection } from '../controls/settings-section';
import type { JoinFormProps } from './join-form';
import type { JoinedMachineProps } from './joined-machine';

/** The workspace of this machine, or the form that joins one. Its parts are loaded on demand. */
export function MachinesSection({ database }: { database: Database }) {
  const translate = useTranslate();
  const [workspace, setWorkspace] = useState<Workspace>();
  const [Form, setForm] = useState<ComponentType<JoinFormProps>>();
  const [Joined, setJoined] = useState<ComponentType<JoinedMachineProps>>();
  const [hasLeft, setLeft] = useState(false);

  const read = async () => {
    const found = await readWorkspace(database);
    setWorkspace(found);
    if (found === undefined) return;
    const { JoinedMachine } = await import('./joined-machine');
    setJoined(() => JoinedMachine);
    setForm(undefined);
  };
  const openForm = async () => {
    const { JoinForm } = await import('./join-form');
    setLeft(false);
    setForm(() => JoinForm);
  };
  const leave = () => {
    setWorkspace(undefined);
    setLeft(true);
  };
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- the function differs at each drawing, and does the same
  useEffect(() => void read(), [database]);

  return (
    <SettingsSection id="machines" introduction={translate('optionsMachinesIntroduction')}>
      {workspace && Joined && <Joined database={database} workspace={workspace} onLeave={leave} />}
      {workspace === undefined && Form && (
        <Form database={database} onJoin={() => void read()} onCancel={() => setForm(undefined)} />
      )}
      {workspace === undefined && Form === undefined && (
        <div>
          <Button onClick={() => void openForm()}>{translate('machinesOpenForm')}</Button>
        </div>
      )}
      <Status>{hasLeft && <p>{translate('machinesHasLeft')}</p>}</Status>
    </SettingsSection>
  );
}
