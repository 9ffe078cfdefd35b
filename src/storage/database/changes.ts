/** What was written, by id. Drafts and covers are not announced. */
export interface Change {
  clips?: string[];
  issues?: string[];
  /** Of some of these records, by id: which revision was written. Whoever holds that one need not read it. */
  revisions?: Record<string, number>;
  /** Of the clips whose pages were kept. */
  snapshots?: string[];
  preferences?: true;
  failures?: true;
  /** Records may have become earlier ones: a backup was restored. */
  isRestored?: true;
}

const CHANNEL = 'clipsheet-changes';

/** Tells every open page, this one included, what has been committed. */
export function announceChange(change: Change): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(change);
  channel.close();
}

/** Calls the listener after each change, made here or in another page. The returned function ends it. */
export function onChange(listener: (change: Change) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', (event: MessageEvent<Change>) => listener(event.data));
  return () => channel.close();
}

/** Two changes as one. */
export function joinChanges(one: Change, other: Change): Change {
  const join = (a: string[] | undefined, b: string[] | undefined) =>
    a && b ? [...new Set([...a, ...b])] : (a ?? b);
  const clips = join(one.clips, other.clips);
  const issues = join(one.issues, other.issues);
  const preferences = one.preferences ?? other.preferences;
  return { ...(clips && { clips }), ...(issues && { issues }), ...(preferences && { preferences }) };
}
