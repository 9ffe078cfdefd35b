import { isSame } from '../edits/deep-equality';
import type { Author } from '../edits/author';
import { RecordVersions } from '../edits/record-versions';
import type { Newsletter } from '../newsletter';
import { formOf, NEWSLETTER_FIELDS } from '../record-fields';

const VERSIONS = new RecordVersions<Newsletter>({
  form: {
    parts: [],
    formOf: (path) => formOf(NEWSLETTER_FIELDS, path),
    hidesTwins: () => false,
    isReasonToStay: () => true,
  },
  fieldsOf: ({ id, edits, ...plain }) => new Map(Object.entries(plain).filter(([, value]) => value !== '')),
  // The fields are those of a newsletter, and storage parses every record that it writes.
  recordOf: (fields, { id }) => ({ ...Object.fromEntries(fields), id }),
});

/** Records the change that somebody has made from `before` to `changed`. The result is ready to be stored. */
export function recordNewsletterEdit(before: Newsletter, changed: Newsletter, author: Author): Newsletter {
  return VERSIONS.recordEdit(before, changed, author);
}

/**
 * Merges two versions of one newsletter. The result does not depend on the order of merging, and merging again changes nothing.
 */
export function uniteNewsletters(one: Newsletter, other: Newsletter): Newsletter {
  return isSame(one, other) ? one : VERSIONS.unite(one, other);
}

/** Puts a newsletter that came from a file into the form in which it is stored. */
export function tidyNewsletter(newsletter: Newsletter): Newsletter {
  return VERSIONS.tidy(newsletter);
}
