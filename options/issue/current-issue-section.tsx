import { useCallback, useState } from 'preact/hooks';
import type { Issue } from '../../src/news/issue';
import type { Preferences } from '../../src/news/preferences';
import type { Change } from '../../src/storage/database/changes';
import type { Database } from '../../src/storage/database/database';
import { recordFailure } from '../../src/storage/database/error-log';
import { findCurrentIssue } from '../../src/storage/issue-lookup';
import { changeIssue } from '../../src/storage/issues';
import { messageForError, type StorageErrorMessage } from '../../src/storage/database/storage-errors';
import { Button } from '../../src/ui/button';
import { Notice } from '../../src/ui/banner';
import { Status } from '../../src/ui/status';
import { useTranslate } from '../../src/ui/translation-context';
import { addSupplement, findSupplement, withoutSupplement, type Supplement } from './issue-supplement';
import { useStored } from '../controls/use-stored';

interface CurrentIssueProps {
  database: Database;
  newsletterId: string;
  preferences: Preferences;
}

/** Offers to add the new masthead and standing sections to the current issue, which was begun before they were set. */
export function CurrentIssue({ database, newsletterId, preferences }: CurrentIssueProps) {
  const translate = useTranslate();
  // `undefined` as long as there is none: it will begin with all that is set here.
  const readBegunIssue = useCallback(
    (from: Database) => findCurrentIssue(from, newsletterId),
    [newsletterId],
  );
  const issue = useStored(database, readBegunIssue, concernsIssues);
  const [added, setAdded] = useState<Supplement>();
  const [problem, setProblem] = useState<StorageErrorMessage>();
  const lacking = issue && findSupplement(issue, preferences, () => crypto.randomUUID());

  const change = async (make: (issue: Issue) => Issue, after: Supplement | undefined) => {
    if (issue === undefined) return;
    try {
      await changeIssue(database, issue.id, make);
      setAdded(after);
      setProblem(undefined);
    } catch (error) {
      setProblem(messageForError(error));
      void recordFailure('options', error, database);
    }
  };

  return (
    <Status>
      {problem && <Notice tone="danger">{translate(problem)}</Notice>}
      {lacking ? (
        <Notice
          actions={
            <Button onClick={() => void change((before) => addSupplement(before, lacking), lacking)}>
              {translate('optionsAddToIssue')}
            </Button>
          }
        >
          {translate('optionsIssueLacks', namesOf(lacking).join(' · '))}
        </Notice>
      ) : (
        added && (
          <Notice
            tone="success"
            actions={
              <Button
                icon="undo"
                onClick={() => void change((before) => withoutSupplement(before, added), undefined)}
              >
                {translate('uiUndo')}
              </Button>
            }
          >
            {translate('optionsAddedToIssue', namesOf(added).join(' · '))}
          </Notice>
        )
      )}
    </Status>
  );
}

function namesOf({ fields, sections }: Supplement): string[] {
  return [...Object.values(fields), ...sections.map((section) => section.title)];
}

const concernsIssues = ({ issues }: Change) => issues !== undefined;
