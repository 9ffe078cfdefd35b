import { isInbox } from '../../src/news/newsletter';
import { useContext, useState } from 'preact/hooks';
import { Button } from '../../src/ui/button';
import { memo } from '../../src/ui/memo';
import { TextField } from '../../src/ui/fields/text-field';
import { tidyLine } from '../../src/news/text/plain-text';
import { useTranslate } from '../../src/ui/translation-context';
import { useDesk } from '../state/desk';
import { addSection } from '../actions/section-actions';
import type { SectionGroup } from '../state/shown-clips';
import { CoverPart } from './cover-part';
import { IssueHead, IssueText } from './issue-head';
import './manuscript-view.css';
import { QuoteMenuItem } from './quote-menu-item';
import { SectionPart } from './section-part';

/** The inbox, which does not belong to the issue, and below it the issue as it will be printed, edited in place. */
export function ManuscriptView({ groups }: { groups: readonly SectionGroup[] }) {
  const { content, view } = useDesk();
  const translate = useTranslate();
  const quoteMenuItem = useContext(QuoteMenuItem);
  const { issue, style, clips, inbox } = content;
  const [ofInbox, ofIssue] = [true, false].map((isOf) =>
    groups
      .filter(({ issueId }) => isInbox(issueId) === isOf)
      .map((group) => (
        <SectionPart
          key={group.section?.id ?? 'loose'}
          issueId={issue.id}
          group={group}
          sections={issue.sections}
          style={style}
          selectedIds={view.selection?.ids}
          activeClipId={group.clips.find(({ id }) => id === view.clipId)?.id}
        />
      )),
  );
  return (
    <div class="manuscript">
      {ofInbox}
      <IssueHead issue={issue} />
      <CoverPart issue={issue} />
      {clips.length + inbox.length === 0 && (
        <div class="teaching">
          <h2>{translate('deskNoClips')}</h2>
          <p>{translate('deskNoClipsToolbar')}</p>
          <p>{translate('deskNoClipsQuote', translate(quoteMenuItem))}</p>
        </div>
      )}
      {ofIssue}
      <NewSection />
      <IssueText issue={issue} field="signOff" />
    </div>
  );
}

const NewSection = memo(function NewSection() {
  const desk = useDesk();
  const translate = useTranslate();
  const [typed, setTyped] = useState('');
  return (
    <form
      class="new-section"
      onSubmit={(event) => {
        event.preventDefault();
        const title = tidyLine(typed);
        if (title === undefined) return;
        setTyped('');
        desk.run(() => addSection(desk, title));
      }}
    >
      <TextField
        label={translate('uiNewSection')}
        isLabelHidden
        placeholder={translate('uiNewSection')}
        value={typed}
        onChange={setTyped}
        after={
          <Button type="submit" icon="add">
            {translate('uiAdd')}
          </Button>
        }
      />
    </form>
  );
});
