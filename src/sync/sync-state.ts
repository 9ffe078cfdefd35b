import type { HubProblem } from './hub';

/** Why nothing is exchanged, or not everything. */
export type SyncProblem = HubProblem | 'storage' | 'values' | 'forged' | 'no-key';

/** Whether this machine is in sync with its hub. */
export interface SyncState {
  state: 'connecting' | 'exchanging' | 'in-sync' | 'offline' | 'refused';
  problem?: SyncProblem;
  /** How many records the hub has yet to get. */
  waiting: number;
  /** The subjects whose values on the hub cannot be read. */
  unread?: readonly string[];
  /** Since when the connection is down, in milliseconds since 1970. */
  since?: number;
}

type Message = { state: SyncState } | 'ask' | 'retry' | 'rekeyed' | 'leave';

const CHANNEL = 'clipsheet-sync';

/** Tells all pages, or the worker that exchanges records. */
export function postSync(message: Message): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(message);
  channel.close();
}

/** The returned function removes the listener. */
export function onSync(listener: (message: Message) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  // Only our own pages and workers are of this origin.
  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => listener(data));
  return () => channel.close();
}

/** Calls the listener with the current state, if a page exchanges records, and with each later one. */
export function watchSync(listener: (state: SyncState) => void): () => void {
  const stop = onSync((message) => {
    if (typeof message === 'object') listener(message.state);
  });
  postSync('ask');
  return stop;
}
