import { useEffect, useState } from 'preact/hooks';
import { isSubstackPost } from '../../src/newsletter/contents-links';
import { measurePart } from '../../src/newsletter/issue-size';
import { TARGET_IDS, TARGETS, type Target } from '../../src/newsletter/targets';
import { Button } from '../../src/ui/button';
import { Choice } from '../../src/ui/fields/choice';
import { useTranslate } from '../../src/ui/translation-context';
import { listShownParts, shownStyle } from '../export/composed-issue';
import { copyField } from '../export/export-actions';
import { FIELD_WORDS, fieldsOfShown } from '../export/target-fields';
import { nameTarget } from '../export/target-name';
import { LineField } from '../fields/line-field';
import { useDesk } from '../state/desk';
import type { DeskContent } from '../state/desk-content';
import { writeDraftAddress } from '../actions/issue-edits';
import { useDebouncedContent } from '../state/debounced-content';
import { chooseTarget } from '../actions/target-actions';

/** The target of the issue, and its settings: the address of the draft, the size of the mail. */
export function TargetPanel() {
  const desk = useDesk();
  const translate = useTranslate();
  const { issue, exportPreferences, isEditable } = desk.content;
  const target: Target = TARGETS[exportPreferences.target];
  const { draftAddress } = issue;
  return (
    <div class="target-settings">
      <Choice
        label={translate('deskSendTo')}
        layout="row"
        value={exportPreferences.target}
        options={TARGET_IDS.map((value) => ({ value, shown: nameTarget(value, translate) }))}
        onChoose={(id) => desk.run(() => chooseTarget(desk, id))}
      />
      {target.contents === 'substack' && isEditable && (
        <LineField
          key={issue.id}
          label={translate('deskDraftAddress')}
          type="url"
          hint={translate('deskDraftAddressHint')}
          problem={
            draftAddress !== undefined && !isSubstackPost(draftAddress)
              ? translate('deskDraftAddressProblem')
              : undefined
          }
          stored={draftAddress}
          save={(text) => writeDraftAddress(desk, issue.id, text)}
        />
      )}
      <FieldButtons />
      {target.mostBytes !== undefined && <SizeMeter most={target.mostBytes} />}
    </div>
  );
}

/** Copy the parts that the target has fields for, which are not in what is pasted. */
function FieldButtons() {
  const desk = useDesk();
  const fields = fieldsOfShown(desk.content, desk.content.exportPreferences.target);
  if (fields.length === 0) return null;
  return (
    <p class="fields-apart">
      {fields.map((field) => (
        <Button key={field.name} icon="copy" onClick={() => copyField(desk, field)}>
          {desk.translate(FIELD_WORDS[field.name].copy)}
        </Button>
      ))}
    </p>
  );
}

/** The size of the issue in relation to the largest mail. */
function SizeMeter({ most }: { most: number }) {
  const desk = useDesk();
  const translate = useTranslate();
  const bytes = useIssueSize(useDebouncedContent(desk.content));
  if (bytes === undefined) return null;
  const words = translate('deskSize', inKilobytes(bytes), inKilobytes(most));
  return (
    <div class="size">
      <meter min={0} max={most} high={most * 0.9} optimum={0} value={bytes} aria-label={words} />
      <p class={bytes > most ? 'field-problem' : 'hint'}>{words}</p>
    </div>
  );
}

function inKilobytes(bytes: number): string {
  return String(Math.ceil(bytes / 1024));
}

/** In bytes of HTML. Measured while the page is idle; absent until then. */
function useIssueSize(content: DeskContent): number | undefined {
  const [bytes, setBytes] = useState<number>();
  const { issue, clips, edition, exportPreferences } = content;
  const style = shownStyle(content);
  useEffect(() => {
    const parts = listShownParts({ issue, clips, style, ...(edition && { edition }) });
    let sum = 0;
    let place = 0;
    const measureSome = (time: IdleDeadline) => {
      do {
        const part = parts[place];
        if (part === undefined) {
          setBytes(sum);
          return;
        }
        sum += measurePart(part, style, exportPreferences.target);
        place += 1;
      } while (time.timeRemaining() > 1);
      handle = requestIdleCallback(measureSome);
    };
    let handle = requestIdleCallback(measureSome);
    return () => cancelIdleCallback(handle);
  }, [issue, clips, style, edition, exportPreferences.target]);
  return bytes;
}
