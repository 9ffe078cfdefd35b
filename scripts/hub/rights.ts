/**
 * What a machine may ask of a hub, by subject. Everything else is refused by the server.
 *
 * Each machine has an account of its own, which imports these subjects from the account that holds the workspace's stream.
 * Permissions alone, with all machines in one account, are not enough: NATS does not check the subject to which an answer
 * goes, and its own answers may call the JetStream API. A machine that named `$JS.API.STREAM.DELETE.…` as the
 * place for an answer deleted the stream (tried with 2.10.27; tests/hub/rights.test.ts tries it again). In an account of its
 * own, that subject leads nowhere.
 */

import { API_PREFIX, RECORD_PREFIX, RECORD_STREAM } from '../../src/sync/codes.ts';

/** The kinds of records whose keys have a second part. */
const KINDS = ['clips', 'issues', 'newsletters', 'editions', 'texts', 'pictures', 'purged', 'keys', 'blobs'];
/** Records of which there is one. */
const SINGLE_RECORDS = ['preferences'];

/** A subject of the workspace, and the one by which a machine knows it. */
export interface Right {
  subject: string;
  /** A KV client puts the prefix of the API also before the subjects of records. */
  localSubject: string;
}

function record(key: string): Right {
  return { subject: RECORD_PREFIX + key, localSubject: `${API_PREFIX}.${RECORD_PREFIX}${key}` };
}

function api(request: string): Right {
  return { subject: `$JS.API.${request}`, localSubject: `${API_PREFIX}.${request}` };
}

/** What every machine of a workspace may do. */
export const SHARED_RIGHTS: readonly Right[] = [
  ...KINDS.map((kind) => record(`${kind}.>`)),
  ...SINGLE_RECORDS.map(record),
  api(`STREAM.INFO.${RECORD_STREAM}`),
  api(`STREAM.MSG.GET.${RECORD_STREAM}`),
];

/** Fetches what the machine's consumer has for it: the only request with several answers. */
export function fetchRight(machine: string): Right {
  return api(`CONSUMER.MSG.NEXT.${RECORD_STREAM}.${machine}`);
}

/** What only this machine may do: write its own record, and use the one consumer named after it. */
export function ownRights(machine: string): Right[] {
  return [
    record(`machines.${machine}`),
    ...['CREATE', 'INFO', 'DELETE'].map((action) => api(`CONSUMER.${action}.${RECORD_STREAM}.${machine}`)),
  ];
}
