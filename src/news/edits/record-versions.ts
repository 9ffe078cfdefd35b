import type { Author } from './author';
import type { Edits } from './edits';
import {
  editFields,
  tidyEdits,
  mergeFields,
  type EditedFields,
  type Fields,
  type RecordForm,
} from './record-edits';

interface Edited {
  edits?: Edits;
}

/** How records of one kind are split into fields, and made of fields again. */
interface RecordKind<Stored extends Edited> {
  form: RecordForm;
  fieldsOf: (record: Stored) => Fields;
  /** A record with these fields; all other properties are those of `like`. */
  recordOf: (fields: Fields, like: Stored) => Stored;
}

/** The versions of records of one kind, each stored with its edits. */
export class RecordVersions<Stored extends Edited> {
  constructor(readonly kind: RecordKind<Stored>) {}

  /**
   * Records the change that somebody has made from `before` to `changed`. The result includes all edits and is ready to be stored.
   */
  recordEdit(before: Stored, changed: Stored, author: Author): Stored {
    const { form, fieldsOf } = this.kind;
    return withEdits(changed, editFields(this.versionOf(before), fieldsOf(changed), form, author).edits);
  }

  /** Merges two versions of one record. The result does not depend on their order, and merging again changes nothing. */
  merge(one: Stored, other: Stored, like = one): Stored {
    const { form, recordOf } = this.kind;
    const { fields, edits } = mergeFields(this.versionOf(one), this.versionOf(other), form);
    return withEdits(recordOf(fields, like), edits);
  }

  /** Puts a record that came from a file into the form in which it is stored. */
  tidy(record: Stored): Stored {
    if (record.edits === undefined) return record;
    const { form, recordOf } = this.kind;
    const { fields, edits } = tidyEdits(this.versionOf(record), form);
    return withEdits(recordOf(fields, record), edits);
  }

  versionOf(record: Stored): EditedFields {
    return { fields: this.kind.fieldsOf(record), edits: record.edits };
  }
}

function withEdits<Stored extends Edited>(record: Stored, edits: Edits | undefined): Stored {
  const version = { ...record };
  delete version.edits;
  return Object.assign(version, edits && { edits });
}
