/** What a hub's folder holds in `hub.json`: its address, its workspaces and their machines. */
import { createUser, fromSeed } from '@nats-io/nkeys';
import * as v from 'valibot';
import { hubAddressSchema, hubNameSchema } from '../../src/sync/codes.ts';

const seed = v.pipe(v.string(), v.regex(/^SU[A-Z2-7]{56}$/u));
const publicKey = v.pipe(v.string(), v.regex(/^U[A-Z2-7]{55}$/u));
const port = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535));

/** Like `v.record`, which drops some names that are also those of properties of every object, such as “constructor”. */
function named<T>(schema: v.GenericSchema<unknown, T>) {
  return v.pipe(
    v.custom<Record<string, unknown>>((value) => typeof value === 'object' && value !== null),
    v.transform((record) => Object.entries(record)),
    v.array(v.tuple([hubNameSchema, schema])),
    v.transform((entries): Record<string, T> => Object.fromEntries(entries)),
  );
}

const workspaceSchema = v.object({
  /** The administrator creates the stream and is never given to a machine. A secret. */
  administrator: seed,
  /** The public key of each machine. Its seed is in its hub code and nowhere else. */
  machines: named(publicKey),
});

export const hubSettingsSchema = v.object({
  version: v.literal(1),
  /** What a hub code says: where machines find the hub. */
  address: hubAddressSchema,
  /** Where the server listens for machines. */
  host: v.pipe(v.string(), v.regex(/^[\w.:-]{1,255}$/u)),
  port,
  /** Where it listens for the administrator: always 127.0.0.1. */
  administrationPort: port,
  /** Paths of the certificate and its key. Without them, a proxy in front does TLS. */
  tls: v.exactOptional(v.object({ cert: v.string(), key: v.string() })),
  /** Of the system account, which sees the server's figures and reloads its configuration. A secret. */
  operator: seed,
  workspaces: named(workspaceSchema),
  /** The most that one workspace may store, in bytes. */
  workspaceBytes: v.pipe(v.number(), v.integer(), v.minValue(1_000_000)),
  /** Only for a hub of three servers. */
  cluster: v.exactOptional(
    v.object({ server: hubNameSchema, port, routes: v.array(port), secret: v.string() }),
  ),
});

export type HubSettings = v.InferOutput<typeof hubSettingsSchema>;
export type HubWorkspace = v.InferOutput<typeof workspaceSchema>;

/** A new pair of keys. The server gets the public one, and a secret seed goes to who signs in with it. */
export function createSignIn(): { seed: string; publicKey: string } {
  const pair = createUser();
  return { seed: new TextDecoder().decode(pair.getSeed()), publicKey: pair.getPublicKey() };
}

export function publicKeyOf(secret: string): string {
  return fromSeed(new TextEncoder().encode(secret)).getPublicKey();
}

export function newWorkspace(): HubWorkspace {
  return { administrator: createSignIn().seed, machines: {} };
}
