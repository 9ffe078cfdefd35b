/** What can go wrong with the database and its backups, by name: pages show words by class and never match on an error's text. */

export abstract class StorageError extends Error {
  /** The words of `_locales` that say what happened and what to do. */
  abstract readonly messageKey: StorageErrorMessage;
}

/** Keys of `_locales`; `errorUnexpected` is for what is no StorageError: a fault of ours. */
export type StorageErrorMessage =
  | 'errorBackupCutOff'
  | 'errorBackupNotWritten'
  | 'errorDamagedBackup'
  | 'errorDatabaseBlocked'
  | 'errorDatabaseTooNew'
  | 'errorDatabaseUnavailable'
  | 'errorDiskFull'
  | 'errorInvalidRecord'
  | 'errorLaterBackup'
  | 'errorMissingRecord'
  | 'errorNotABackup'
  | 'errorUnexpected'
  | 'errorUnreadableBackup';

/** The words for whatever a storage function has thrown. */
export function messageForError(error: unknown): StorageErrorMessage {
  return error instanceof StorageError ? error.messageKey : 'errorUnexpected';
}

/** Another tab holds the database open in an older version and does not let go: it must be closed or reloaded. */
export class DatabaseBlockedError extends StorageError {
  override name = 'DatabaseBlockedError';
  readonly messageKey = 'errorDatabaseBlocked';
}

/** The database was written by a later version of Clipsheet. It is left untouched. */
export class DatabaseTooNewError extends StorageError {
  override name = 'DatabaseTooNewError';
  readonly messageKey = 'errorDatabaseTooNew';
}

/** The browser gives no database (a private window, a broken profile) or has closed it: open it again or reload. */
export class DatabaseUnavailableError extends StorageError {
  override name = 'DatabaseUnavailableError';
  readonly messageKey = 'errorDatabaseUnavailable';
}

/** There is no room for what was to be written. Nothing of it was. */
export class DiskFullError extends StorageError {
  override name = 'DiskFullError';
  readonly messageKey = 'errorDiskFull';
}

/** What was to be written is longer than can be kept, or out of all bounds. Nothing of it was. */
export class InvalidRecordError extends StorageError {
  override name = 'InvalidRecordError';
  readonly messageKey = 'errorInvalidRecord';
}

/** A clip, an issue or a section that is to be changed is not there (any more). */
export class MissingRecordError extends StorageError {
  override name = 'MissingRecordError';
  readonly messageKey = 'errorMissingRecord';
}

/** The named error for what IndexedDB reports (https://w3c.github.io/IndexedDB/#exceptions). What is no such report stays itself. */
export function nameStorageError(error: unknown): unknown {
  if (!(error instanceof DOMException)) return error;
  if (error.name === 'QuotaExceededError') return new DiskFullError(error.message, { cause: error });
  if (error.name === 'VersionError') return new DatabaseTooNewError(error.message, { cause: error });
  return new DatabaseUnavailableError(error.message, { cause: error });
}

/** A backup that was just written is not what was to be written. It is given to nobody. */
export class BackupNotWrittenError extends StorageError {
  override name = 'BackupNotWrittenError';
  readonly messageKey = 'errorBackupNotWritten';
}

/** Why a file cannot be restored. The database has not been touched. */
export abstract class BackupError extends StorageError {}

export class NotABackupError extends BackupError {
  override name = 'NotABackupError';
  readonly messageKey = 'errorNotABackup';
}

/** Written by a later version of Clipsheet. */
export class LaterBackupError extends BackupError {
  override name = 'LaterBackupError';
  readonly messageKey = 'errorLaterBackup';
}

/** Its end is missing: the copying or the download stopped before it. */
export class BackupCutOffError extends BackupError {
  override name = 'BackupCutOffError';
  readonly messageKey = 'errorBackupCutOff';
}

/** Changed since it was written. */
export class DamagedBackupError extends BackupError {
  override name = 'DamagedBackupError';
  readonly messageKey = 'errorDamagedBackup';
}

/** Moved, changed or locked since it was chosen: the browser does not read it. */
export class UnreadableBackupError extends BackupError {
  override name = 'UnreadableBackupError';
  readonly messageKey = 'errorUnreadableBackup';
}
