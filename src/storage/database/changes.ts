/** The ids of what was written. Drafts and covers are not announced. */
export interface Change {
  clips?: string[];
  issues?: string[];
  /** The written revision of some of these records, by id. A page that has that revision need not read the record. */
  revisions?: Record<string, number>;
  /** The machine that has sent a later version of some of these records, by id. */
  senders?: Record<string, string>;
  /** The ids of clips whose pages were saved. */
  snapshots?: string[];
  preferences?: true;
  failures?: true;
  /** A backup was restored, so that records may have become older versions. */
  isRestored?: true;
  /** What the browser had lost was brought back from the second copy, or the user knows that it cannot be. */
  isLossSettled?: true;
}

const CHANNEL = 'clipsheet-changes';

/** Tells every open page, including this one, what has been committed. */
export function announceChange(change: Change): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(change);
  channel.close();
}

/** Calls the listener after each change, made here or in another page. The returned function removes it. */
export function onChange(listener: (change: Change) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', (event: MessageEvent<Change>) => listener(event.data));
  return () => channel.close();
}

/** Joins two changes into one. */
export function joinChanges(one: Change, other: Change): Change {
  const join = (a: string[] | undefined, b: string[] | undefined) =>
    a && b ? [...new Set([...a, ...b])] : (a ?? b);
  const clips = join(one.clips, other.clips);
  const issues = join(one.issues, other.issues);
  const preferences = one.preferences ?? other.preferences;
  const senders = (one.senders ?? other.senders) && { ...one.senders, ...other.senders };
  return {
    ...(clips && { clips }),
    ...(issues && { issues }),
    ...(preferences && { preferences }),
    ...(senders && { senders }),
  };
}
