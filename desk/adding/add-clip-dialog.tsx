import type { TargetedEvent } from 'preact';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { parseWebAddress } from '../../src/news/address';
import type { Clip } from '../../src/news/clip';
import { Notice } from '../../src/ui/banner';
import { Button } from '../../src/ui/button';
import { Choice } from '../../src/ui/fields/choice';
import { DateField } from '../../src/ui/fields/date-field';
import { TextArea } from '../../src/ui/fields/text-area';
import { TextField } from '../../src/ui/fields/text-field';
import { Status } from '../../src/ui/status';
import { useTranslate } from '../../src/ui/translation-context';
import { addClip, findClipOfAddress, openClippedBefore, type KnownOutlet } from '../actions/add-clip';
import { labelClip } from '../actions/clip-actions';
import { useDesk, type Desk } from '../state/desk';
import { NO_FIELDS, type NewClipFields } from '../state/new-clip-fields';
import './add-clip-dialog.css';
import { OutletFinder } from './outlet-finder';
import { fillFields, readClipboard } from './paste-clip';

/** A form that adds a clip: from an address, from what was pasted, or by hand. The dialog opens when it is drawn. */
export function AddClipDialog({ fields }: { fields: NewClipFields }) {
  const desk = useDesk();
  const translate = useTranslate();
  const dialogRef = useRef<HTMLDialogElement>(null);
  const { known, clip } = useKnown(fields.address);
  const write = (written: Partial<NewClipFields>) =>
    desk.show({ adding: { isOpen: true, fields: { ...fields, ...written } } });
  useEffect(() => {
    dialogRef.current?.showModal();
    focusFirstEmpty(dialogRef.current);
  }, []);
  const isAddress = fields.address.trim() === '' || parseWebAddress(fields.address.trim()) !== undefined;
  const isEmpty = [fields.address, fields.headline, fields.quote].every((text) => text.trim() === '');
  const end = (work: () => Promise<void>) => {
    desk.show({ adding: { isOpen: false, fields: NO_FIELDS } });
    desk.run(work);
  };
  const add = () => {
    if (isAddress && !isEmpty) end(() => addClip(desk, fields, known));
  };
  return (
    <dialog
      ref={dialogRef}
      class="desk-dialog add-clip"
      aria-labelledby="add-clip-title"
      onClose={() => desk.show({ adding: { isOpen: false, fields } })}
    >
      <header>
        <h2 id="add-clip-title">{translate('deskAddClip')}</h2>
        <Button look="quiet" icon="close" isIconOnly onClick={() => dialogRef.current?.close()}>
          {translate('uiClose')}
        </Button>
      </header>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) add();
        }}
        onPaste={(event) => fillFromPaste(event, write, { fields, desk })}
      >
        <Texts fields={fields} known={known} isAddress={isAddress} onWrite={write} />
        <Status>
          {clip && <Known clip={clip} onOpen={() => end(() => openClippedBefore(desk, clip))} />}
        </Status>
        <p class="hint">{translate('deskAddClipHint')}</p>
        <Button type="submit" look="primary" icon="add" isDisabled={isEmpty || !isAddress}>
          {translate(clip ? 'deskAddToClip' : 'deskAddClip')}
        </Button>
      </form>
    </dialog>
  );
}

interface TextsProps {
  fields: NewClipFields;
  known: KnownOutlet | undefined;
  isAddress: boolean;
  onWrite: (written: Partial<NewClipFields>) => void;
}

function Texts({ fields, known, isAddress, onWrite }: TextsProps) {
  const { content } = useDesk();
  const translate = useTranslate();
  const sections = content.isEditable ? content.issue.sections : [];
  const sectionId = sections.find(({ id }) => id === fields.sectionId)?.id;
  return (
    <>
      <TextField
        label={translate('uiAddress')}
        type="url"
        placeholder="https://"
        value={fields.address}
        problem={isAddress ? undefined : translate('deskNoWebAddress')}
        onChange={(address) => onWrite({ address })}
      />
      <TextField
        label={translate('uiHeadline')}
        value={fields.headline}
        onChange={(headline) => onWrite({ headline })}
      />
      <div class="add-clip-row">
        <TextField
          label={translate('uiOutlet')}
          value={fields.outlet ?? known?.name}
          onChange={(outlet) => onWrite({ outlet })}
        />
        <DateField label={translate('deskDate')} value={fields.day} onChange={(day) => onWrite({ day })} />
      </div>
      <Choice
        label={translate('uiSection')}
        value={sectionId}
        options={[
          ...sections.map(({ id, title }, place) => ({ value: id, shown: `${place + 1} ${title}` })),
          { value: undefined, shown: translate('uiInbox') },
        ]}
        onChoose={(chosen) => onWrite({ sectionId: chosen })}
      />
      <TextArea
        label={translate('deskQuoteToAdd')}
        face="serif"
        lines={2}
        value={fields.quote}
        onChange={(quote) => onWrite({ quote })}
      />
    </>
  );
}

/** Says that the article is clipped already. */
function Known({ clip, onOpen }: { clip: Clip; onOpen: () => void }) {
  const desk = useDesk();
  const translate = useTranslate();
  return (
    <Notice actions={<Button onClick={onOpen}>{translate('deskOpenThatClip')}</Button>}>
      {translate('deskClippedAlready', labelClip(desk, clip))}
    </Notice>
  );
}

/** What is known about an address: its outlet, and the clip of its article. */
function useKnown(address: string): { known?: KnownOutlet | undefined; clip?: Clip | undefined } {
  const desk = useDesk();
  const findOutlet = useContext(OutletFinder);
  const [found, setFound] = useState<{ address: string; known?: KnownOutlet; clip?: Clip }>();
  useEffect(() => {
    let isWanted = parseWebAddress(address.trim()) !== undefined;
    if (isWanted)
      desk.run(async () => {
        const [known, clip] = await Promise.all([
          findOutlet(address.trim()),
          findClipOfAddress(desk, address.trim()),
        ]);
        if (isWanted) setFound({ address, ...(known && { known }), ...(clip && { clip }) });
      });
    return () => {
      isWanted = false;
    };
  }, [desk, findOutlet, address]);
  return found?.address === address ? found : {};
}

/** Content with several parts that is pasted into an empty form fills in its fields. */
function fillFromPaste(
  event: TargetedEvent<HTMLFormElement, ClipboardEvent>,
  write: (written: Partial<NewClipFields>) => void,
  { fields, desk }: { fields: NewClipFields; desk: Desk },
) {
  const isEmpty = [fields.address, fields.headline, fields.quote].every((text) => text.trim() === '');
  const pasted = isEmpty && event.clipboardData ? readClipboard(event.clipboardData, desk) : undefined;
  if (pasted === undefined) return;
  event.preventDefault();
  void pasted.then((article) => write(fillFields(fields, article)));
}

/** The first field that must be filled in, else the button that adds. */
function focusFirstEmpty(dialog: HTMLDialogElement | null) {
  const [address, headline] = dialog?.querySelectorAll<HTMLInputElement>('input') ?? [];
  const button = dialog?.querySelector<HTMLElement>('[type=submit]');
  (address?.value === '' && headline?.value === ''
    ? address
    : headline?.value === ''
      ? headline
      : button
  )?.focus();
}
