import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_VALUE, openValue, sealValue, type Keys, type Place } from '../../src/sync/sealed-value';
import {
  importWorkspaceKey,
  newKeyMaterial,
  newMachineKeys,
  signingKeyOf,
  type MachineKeys,
  type WorkspaceKey,
} from '../../src/sync/workspace-key';
import { runsOf } from '../property-runs';

const PLACE: Place = { workspace: 'mine', subject: 'clips.one' };
const BODY = new TextEncoder().encode('Words of a clip');

interface Machine {
  keys: MachineKeys;
  key: WorkspaceKey;
  known: Keys;
}

async function newMachine(key?: WorkspaceKey): Promise<Machine> {
  const keys = await newMachineKeys();
  const own = key ?? (await importWorkspaceKey(newKeyMaterial()));
  return {
    keys,
    key: own,
    known: {
      findKey: (id) => (id === own.id ? own : undefined),
      isRemoved: () => false,
      findMachine: (name) => Promise.resolve(name === 'laptop' ? [keys.signing.publicKey] : []),
    },
  };
}

const seal = ({ key, keys }: Machine, place = PLACE, name = 'laptop', body = BODY) =>
  sealValue(body, place, key, signingKeyOf(name, keys));

const machine = await newMachine();

it('opens what it has sealed, whatever it is', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 5_000 }),
      fc.string({ unit: 'binary' }),
      async (bytes, subject) => {
        const place = { workspace: 'mine', subject };
        const sealed = await seal(machine, place, 'laptop', new Uint8Array(bytes));
        const opened = await openValue(sealed, place, machine.known);
        expect(opened).toStrictEqual({
          body: new Uint8Array(bytes),
          machine: 'laptop',
          keyId: machine.key.id,
        });
      },
    ),
    { numRuns: runsOf(25) },
  );
});

it('seals the same words differently each time, in sizes of which there are few', async () => {
  const [one, other] = [await seal(machine), await seal(machine)];
  expect(one).not.toStrictEqual(other);
  const sizes = new Set<number>();
  for (let length = 0; length < 3_000; length += 10)
    sizes.add((await seal(machine, PLACE, 'laptop', new Uint8Array(length))).length);
  expect(sizes.size).toBeLessThan(30);
});

describe('refuses by name', () => {
  const refused = async (sealed: Uint8Array<ArrayBuffer>, problem: string, place = PLACE) =>
    expect(openValue(sealed, place, machine.known)).rejects.toMatchObject({
      problem,
      subject: place.subject,
    });

  it('a value of another subject or workspace', async () => {
    const sealed = await seal(machine);
    await refused(sealed, 'not-authentic', { ...PLACE, subject: 'clips.two' });
    await refused(sealed, 'not-authentic', { ...PLACE, workspace: 'other' });
  });

  it('a value of which any byte was changed', async () => {
    const sealed = await seal(machine);
    for (const place of [0, 1, 9, 21, 60, sealed.length - 1]) {
      const changed = sealed.slice();
      changed[place] = (changed[place] ?? 0) ^ 1;
      await expect(openValue(changed, PLACE, machine.known)).rejects.toHaveProperty(
        'name',
        'SealedValueError',
      );
    }
  });

  it('a value that was cut off, or is none', async () => {
    await refused((await seal(machine)).slice(0, 200), 'not-authentic');
    await refused(new Uint8Array(20), 'no-value');
    await refused(new TextEncoder().encode('x'.repeat(200)), 'newer');
  });

  it('a value encrypted with another key, or with one that claims the id of ours', async () => {
    const other = await newMachine();
    await refused(await seal(other), 'unknown-key');
    const forged = { ...other, key: { ...other.key, id: machine.key.id } };
    await refused(await seal(forged), 'not-authentic');
  });

  it('a value that another machine with the key has signed in the name of ours', async () => {
    const other = await newMachine(machine.key);
    await refused(await seal(other), 'not-signed');
    await refused(await seal(other, PLACE, 'stranger'), 'unknown-machine');
  });

  it('a value that is larger than any record', async () => {
    await refused(new Uint8Array(LONGEST_VALUE + 1), 'too-large');
  });
});
