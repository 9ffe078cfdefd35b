/** The errors of the database and its backups. Pages choose the message by class and never match on an error's text. */

export abstract class StorageError extends Error {
  /** The message of `_locales` that says what happened and what to do. */
  abstract readonly messageKey: StorageErrorMessage;
}

/** Keys of `_locales`. `errorUnexpected` is for errors that are not a StorageError, which are bugs of ours. */
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

/** The message for any error that a storage function has thrown. */
export function messageForError(error: unknown): StorageErrorMessage {
  return error instanceof StorageError ? error.messageKey : 'errorUnexpected';
}

/** Another tab has an older version of the database open and does not close it. The user must close or reload that tab. */
export class DatabaseBlockedError extends StorageError {
  override name = 'DatabaseBlockedError';
  readonly messageKey = 'errorDatabaseBlocked';
}

/** A later version of Clipsheet has written the database. It is not touched. */
export class DatabaseTooNewError extends StorageError {
  override name = 'DatabaseTooNewError';
  readonly messageKey = 'errorDatabaseTooNew';
}

/**
 * The browser does not open the database (a private window, a broken profile) or has closed it. The user should try again or
 * reload.
 */
export class DatabaseUnavailableError extends StorageError {
  override name = 'DatabaseUnavailableError';
  readonly messageKey = 'errorDatabaseUnavailable';
}

/** There was not enough space. Nothing was written. */
export class DiskFullError extends StorageError {
  override name = 'DiskFullError';
  readonly messageKey = 'errorDiskFull';
}

/** The record is too large, or one of its values is out of range. Nothing was written. */
export class InvalidRecordError extends StorageError {
  override name = 'InvalidRecordError';
  readonly messageKey = 'errorInvalidRecord';
}

/** A clip, an issue or a section that should be changed does not exist (any more). */
export class MissingRecordError extends StorageError {
  override name = 'MissingRecordError';
  readonly messageKey = 'errorMissingRecord';
}

/**
 * The named error for an error of IndexedDB (https://w3c.github.io/IndexedDB/#exceptions). Other errors are returned unchanged.
 */
export function nameStorageError(error: unknown): unknown {
  if (!(error instanceof DOMException)) return error;
  if (error.name === 'QuotaExceededError') return new DiskFullError(error.message, { cause: error });
  if (error.name === 'VersionError') return new DatabaseTooNewError(error.message, { cause: error });
  return new DatabaseUnavailableError(error.message, { cause: error });
}

/** A backup that was just written differs from what should have been written. It is discarded. */
export class BackupNotWrittenError extends StorageError {
  override name = 'BackupNotWrittenError';
  readonly messageKey = 'errorBackupNotWritten';
}

/** Why a file cannot be restored. The database has not been changed. */
export abstract class BackupError extends StorageError {}

export class NotABackupError extends BackupError {
  override name = 'NotABackupError';
  readonly messageKey = 'errorNotABackup';
}

/** A later version of Clipsheet has written it. */
export class LaterBackupError extends BackupError {
  override name = 'LaterBackupError';
  readonly messageKey = 'errorLaterBackup';
}

/** Its end is missing, because copying or downloading it was interrupted. */
export class BackupCutOffError extends BackupError {
  override name = 'BackupCutOffError';
  readonly messageKey = 'errorBackupCutOff';
}

/** It was changed after it was written. */
export class DamagedBackupError extends BackupError {
  override name = 'DamagedBackupError';
  readonly messageKey = 'errorDamagedBackup';
}

/** It was moved, changed or locked after the user chose it, so that the browser does not read it. */
export class UnreadableBackupError extends BackupError {
  override name = 'UnreadableBackupError';
  readonly messageKey = 'errorUnreadableBackup';
}
