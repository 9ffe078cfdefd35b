import { useEffect, useState } from 'preact/hooks';
import { Button } from './button';
import { Notice } from './banner';
import { Delayed } from './delayed';
import { saveFile } from './saved-file';
import { Status } from './status';
import { UnopenedDatabase } from './unopened-database';
import { useTranslate, type MessageKey, type Translate } from './translation-context';

/** What the database lacks and its copy contains. */
export interface Lost {
  clips: number;
  issues: number;
  drafts: number;
  /** Published issues as they were sent. */
  editions: number;
  pictures: number;
  /** Records of which the copy has a later version. */
  changed: number;
  /** Clips that were deleted for good and are here again. */
  deleted: number;
  /** Parts of the copy that cannot be read. */
  unreadable: number;
  /** There are more, and it is not known how many. */
  isUncounted: boolean;
  /** The copy is lost as well. */
  isGone: boolean;
  hasTexts: boolean;
  /** The whole copy, as a backup. */
  readCopy: () => Promise<Blob>;
  /** `onProgress` is called with the share that is done, from 0 to 1. */
  bringBack: (work: { onProgress: (share: number) => void }) => Promise<void>;
}

interface CopyNoticesProps {
  /** Calls the listener while the copy is compared, when a loss is found or settled, and after each save with whether it could be copied. */
  watch: (listener: {
    onLost: (lost: Lost) => void;
    onComparing: (isComparing: boolean) => void;
    onSettled: () => void;
    onUnreadable: () => void;
    onCopied: (isCopied: boolean) => void;
  }) => () => void;
  /** For a database that is opened, but cannot be read. */
  unreadable: Pick<Parameters<typeof UnopenedDatabase>[0], 'findCopy' | 'onRenew'>;
  /** The name for a backup that is saved now. */
  nameBackup: (now: Date) => string;
  /** The message for an error that `bringBack` has thrown. */
  sayError: (error: unknown) => MessageKey;
}

type Step = 'offered' | { bringing: number } | 'brought' | { failed: MessageKey };

/** Reports what the browser has lost and offers to restore it. Also reports when a save has no second copy. */
export function CopyNotices({ watch, unreadable, nameBackup, sayError }: CopyNoticesProps) {
  const translate = useTranslate();
  const [lost, setLost] = useState<Lost>();
  const [isComparing, setIsComparing] = useState(false);
  const [isUnreadable, setIsUnreadable] = useState(false);
  const [isCopied, setIsCopied] = useState(true);
  const [step, setStep] = useState<Step>('offered');
  const offer = (found: Lost) => {
    setLost(found);
    setStep('offered'); // another page may have brought back something else
  };
  useEffect(
    () =>
      watch({
        onLost: offer,
        onComparing: setIsComparing,
        onSettled: () => setStep('brought'),
        onUnreadable: () => setIsUnreadable(true),
        onCopied: setIsCopied,
      }),
    [watch],
  );
  const bringBack = async ({ bringBack: bring }: Lost) => {
    setStep({ bringing: 0 });
    try {
      await bring({ onProgress: (share) => setStep({ bringing: Math.floor(share * 100) }) });
      setStep('brought');
    } catch (error) {
      setStep({ failed: ofBringingBack(sayError(error)) });
    }
  };
  const saveCopy = async ({ readCopy }: Lost) => {
    try {
      saveFile(await readCopy(), nameBackup(new Date()));
    } catch (error) {
      setStep({ failed: sayError(error) });
    }
  };
  return (
    <>
      {isUnreadable && <UnopenedDatabase {...unreadable} nameBackup={nameBackup} />}
      <Status isUrgent>
        {isComparing && <ComparingNotice />}
        {lost && step !== 'brought' && (
          <LossNotice
            lost={lost}
            step={step}
            onBringBack={() => void bringBack(lost)}
            onSave={() => void saveCopy(lost)}
          />
        )}
        {!isCopied && <Notice tone="warning">{translate('copyFailed')}</Notice>}
      </Status>
      <Status>{lost && !lost.isGone && step === 'brought' && <BroughtNotice lost={lost} />}</Status>
    </>
  );
}

function BroughtNotice({ lost }: { lost: Lost }) {
  const translate = useTranslate();
  return <Notice tone="success">{sayBrought(lost, translate)}</Notice>;
}

function ComparingNotice() {
  const translate = useTranslate();
  return (
    <Delayed>
      <Notice tone="warning">{translate('lostComparing')}</Notice>
    </Delayed>
  );
}

interface LossNoticeProps {
  lost: Lost;
  step: Exclude<Step, 'brought'>;
  onBringBack: () => void;
  onSave: () => void;
}

function LossNotice({ lost, step, onBringBack, onSave }: LossNoticeProps) {
  const translate = useTranslate();
  return (
    <Notice
      tone="danger"
      actions={
        <>
          <Button look="primary" isBusy={isBringing(step)} onClick={onBringBack}>
            {nameStep(step, lost, translate)}
          </Button>
          {!lost.isGone && <Button onClick={onSave}>{translate('lostSaveFile')}</Button>}
        </>
      }
    >
      {typeof step === 'object' && 'failed' in step && `${translate(step.failed)} `}
      {sayLost(lost, translate)}
    </Notice>
  );
}

/** The message for a full disk speaks of saving. */
function ofBringingBack(message: MessageKey): MessageKey {
  return message === 'errorDiskFull' ? 'lostDiskFull' : message;
}

function isBringing(step: Step): step is { bringing: number } {
  return typeof step === 'object' && 'bringing' in step;
}

function nameStep(step: Step, { isGone }: Lost, translate: Translate): string {
  if (isGone) return translate('lostUnderstood');
  if (!isBringing(step)) return translate('lostBringBack');
  return `${translate('lostBringing')} ${step.bringing} %`;
}

function sayLost(lost: Lost, translate: Translate): string {
  if (lost.isGone)
    return lost.isUncounted ? translate('lostGoneUncounted') : translate('lostGone', lost.unreadable);
  const { clips, issues, editions, pictures, drafts, changed, deleted } = lost;
  const missing = [
    ...(clips > 0 ? [translate('deskClipCount', clips)] : []),
    ...(issues > 0 ? [translate('lostIssues', issues)] : []),
    ...(editions > 0 ? [translate('lostEditions', editions)] : []),
    ...(pictures > 0 ? [translate('lostPictures', pictures)] : []),
    ...(drafts > 0 ? [translate('lostDrafts', drafts)] : []),
  ];
  const list = new Intl.ListFormat(translate('languageOfStrings')).format(missing);
  return [
    missing.length > 0 ? translate('lostFound', list) : translate('lostFoundEarlier'),
    ...(changed > 0 ? [translate('lostEarlier', changed)] : []),
    ...(deleted > 0 ? [translate('lostDeleted', deleted)] : []),
    ...sayMissing(lost, translate),
    translate('lostLate'),
  ].join(' ');
}

function sayBrought(lost: Lost, translate: Translate): string {
  return [translate('lostBrought'), ...sayMissing(lost, translate)].join(' ');
}

/** The message about what the copy lacks. */
function sayMissing({ unreadable, isUncounted, hasTexts }: Lost, translate: Translate): string[] {
  const unread = isUncounted ? translate('lostUnreadableUncounted') : translate('lostUnreadable', unreadable);
  return [...(unreadable > 0 ? [unread] : []), ...(hasTexts ? [] : [translate('lostTexts')])];
}
