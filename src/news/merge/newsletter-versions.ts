import type { Author } from '../edits/author';
import { isSame } from '../edits/deep-equality';
import {
  editFields,
  tidyEdits,
  uniteFields,
  type EditedFields,
  type Fields,
  type RecordForm,
} from '../edits/record-edits';
import type { Newsletter } from '../newsletter';
import { formOf, NEWSLETTER_FIELDS } from '../record-fields';

const FORM: RecordForm = {
  parts: [],
  formOf: (path) => formOf(NEWSLETTER_FIELDS, path),
  hidesTwins: () => false,
  isReasonToStay: () => true,
};

/** What `changed` is after somebody who saw `before` has made it: with all edits, as it is to be stored. */
export function recordNewsletterEdit(before: Newsletter, changed: Newsletter, author: Author): Newsletter {
  const { edits } = editFields(versionOf(before), fieldsOf(changed), FORM, author);
  return withEdits(changed, edits);
}

/** Two versions of one newsletter as one, the same in whichever order, and however often, versions are united. */
export function uniteNewsletters(one: Newsletter, other: Newsletter): Newsletter {
  if (isSame(one, other)) return one;
  const { fields, edits } = uniteFields(versionOf(one), versionOf(other), FORM);
  return withEdits(newsletterOf(fields, one), edits);
}

/** A newsletter as it came from a file, in the one form in which it is stored. */
export function tidyNewsletter(newsletter: Newsletter): Newsletter {
  if (newsletter.edits === undefined) return newsletter;
  const { fields, edits } = tidyEdits(versionOf(newsletter), FORM);
  return withEdits(newsletterOf(fields, newsletter), edits);
}

function withEdits({ edits: _, ...newsletter }: Newsletter, edits: Newsletter['edits']): Newsletter {
  return { ...newsletter, ...(edits && { edits }) };
}

function versionOf(newsletter: Newsletter): EditedFields {
  return { fields: fieldsOf(newsletter), edits: newsletter.edits };
}

function fieldsOf({ id, edits, ...plain }: Newsletter): Fields {
  return new Map(Object.entries(plain).filter(([, value]) => value !== ''));
}

function newsletterOf(fields: Fields, { id }: Newsletter): Newsletter {
  // Every field has been one of a newsletter: whoever stores it parses it, as all that is stored.
  return { ...Object.fromEntries(fields), id };
}
