import { isSame } from '../edits/deep-equality';
import type { Author } from '../edits/author';
import type { Fields } from '../edits/record-edits';
import { RecordVersions } from '../edits/record-versions';
import { FIRST_NEWSLETTER } from '../newsletter';
import type { Newsletter } from './newsletter-record';
import { formOf, NEWSLETTER_FIELDS } from '../record-fields';
import { fieldsOfPreferences, preferencesOf } from './preference-versions';

/** The fields of a newsletter that are no settings. */
const OWN_FIELDS = ['currentIssueId', 'createdAt', 'isRemoved'];

const VERSIONS = new RecordVersions<Newsletter>({
  form: {
    parts: [],
    formOf: (path) => formOf(NEWSLETTER_FIELDS, path),
    hidesTwins: () => false,
    isReasonToStay: () => true,
  },
  fieldsOf: ({ id, edits, settings, ...own }) =>
    new Map([
      ...(settings ? fieldsOfPreferences(settings) : []),
      ...Object.entries(own).filter(([, value]) => value !== ''),
    ]),
  recordOf: newsletterFrom,
});

function newsletterFrom(fields: Fields, { id }: Pick<Newsletter, 'id'>): Newsletter {
  const isOwn = ([path]: [string, unknown]) => OWN_FIELDS.includes(path);
  const own: unknown = Object.fromEntries([...fields].filter(isOwn));
  const settings = preferencesOf(new Map([...fields].filter((field) => !isOwn(field))));
  // The fields are those of a newsletter, and storage parses every record that it writes.
  return { ...(own as Newsletter), id, ...(id !== FIRST_NEWSLETTER && { settings }) };
}

/** Records the change that somebody has made from `before` to `changed`. The result is ready to be stored. */
export function recordNewsletterEdit(before: Newsletter, changed: Newsletter, author: Author): Newsletter {
  return VERSIONS.recordEdit(before, changed, author);
}

/**
 * Merges two versions of one newsletter. The result does not depend on the order of merging, and merging again changes nothing.
 */
export function mergeNewsletterVersions(one: Newsletter, other: Newsletter): Newsletter {
  return isSame(one, other) ? one : VERSIONS.merge(one, other);
}

/** Puts a newsletter that came from a file into the form in which it is stored. */
export function tidyNewsletter(newsletter: Newsletter): Newsletter {
  return VERSIONS.tidy(newsletter);
}
