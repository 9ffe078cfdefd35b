import { formOf, ISSUE_FIELDS, SECTION_FIELDS } from '../record-fields';
import type { Cover, Issue } from '../issue';
import type { Author } from '../edits/author';
import { isSame } from '../edits/deep-equality';
import { partOfPath, type Fields } from '../edits/record-edits';
import { RecordVersions } from '../edits/record-versions';

const PARTS = ['sections', 'corrections'] as const;

export const ISSUE_VERSIONS = new RecordVersions<Issue>({
  form: {
    parts: PARTS,
    formOf: (path) => {
      const part = partOfPath(path, { parts: PARTS });
      if (part === undefined) return formOf(ISSUE_FIELDS, path);
      return formOf(SECTION_FIELDS, part.field);
    },
    hidesTwins: () => false, // each section has its own clips
    isReasonToStay: () => true,
  },
  fieldsOf,
  recordOf: issueOf,
});

/**
 * Records the change that somebody has made from `before` to `changed`. The result includes all edits and is ready to be stored.
 */
export function recordIssueEdit(before: Issue, changed: Issue, author: Author): Issue {
  return ISSUE_VERSIONS.recordEdit(before, changed, author);
}

/** Merges two versions of one issue. The result does not depend on the order of merging, and merging again changes nothing. */
export function mergeIssueVersions(one: Issue, other: Issue): Issue {
  const changedAt = one.changedAt > other.changedAt ? one.changedAt : other.changedAt;
  const revision = Math.max(one.revision, other.revision);
  if (isSameIssueVersion(one, other)) return { ...one, changedAt, revision };
  const createdAt = one.createdAt < other.createdAt ? one.createdAt : other.createdAt;
  return ISSUE_VERSIONS.merge(one, other, { ...one, createdAt, changedAt, revision });
}

/** Puts an issue that came from a file into the form in which it is stored. */
export function tidyIssue(issue: Issue): Issue {
  return ISSUE_VERSIONS.tidy(issue);
}

export function isSameIssueVersion(one: Issue, other: Issue): boolean {
  const contentOf = ({ changedAt, revision, ...content }: Issue) => content;
  return isSame(contentOf(one), contentOf(other));
}

function fieldsOf(issue: Issue): Fields {
  const { id, createdAt, changedAt, revision, edits, cover, ...own } = issue;
  const { sections, corrections = [], publication, ...plain } = own;
  const { editionId, ...published } = publication ?? {};
  const fields: Fields = new Map();
  for (const [name, value] of Object.entries({ ...plain, ...cover }))
    if (value !== '') fields.set(name, value);
  if (publication !== undefined) fields.set('publication', published);
  if (editionId !== undefined) fields.set('editionId', editionId);
  if (corrections.length > 0)
    fields.set('corrections', [...new Set(corrections.map((correction) => correction.editionId))]);
  for (const correction of corrections) fields.set(`corrections/${correction.editionId}/at`, correction.at);
  if (sections.length > 0) fields.set('sections', [...new Set(sections.map((section) => section.id))]);
  for (const section of sections)
    if (section.title !== '') fields.set(`sections/${section.id}/title`, section.title);
  return fields;
}

function issueOf(fields: Fields, about: Pick<Issue, 'id' | 'createdAt' | 'changedAt' | 'revision'>): Issue {
  const { id, createdAt, changedAt, revision } = about;
  const { pictureId, alt, caption, credit, sections, corrections, publication, editionId, ...plain } =
    Object.fromEntries([...fields].filter(([path]) => !path.includes('/')));
  const cover: unknown = Object.fromEntries(
    Object.entries({ pictureId, alt, caption, credit }).filter(([, value]) => value !== undefined),
  );
  const issue: unknown = {
    ...plain,
    id,
    ...(typeof publication === 'object' && {
      publication: { ...publication, ...(editionId !== undefined && { editionId }) },
    }),
    ...(Array.isArray(corrections) && {
      corrections: corrections.map((of: string) => ({
        at: fields.get(`corrections/${of}/at`),
        editionId: of,
      })),
    }),
    ...(Object.keys(cover as Cover).length > 0 && { cover }),
    sections: Array.isArray(sections)
      ? sections.map((sectionId: string) => ({
          id: sectionId,
          title: fields.get(`sections/${sectionId}/title`) ?? '',
        }))
      : [],
    createdAt,
    changedAt,
    revision,
  };
  // The fields are those of an issue, and storage parses every record that it writes.
  return issue as Issue;
}
