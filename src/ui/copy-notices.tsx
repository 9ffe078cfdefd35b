import { useEffect, useState } from 'preact/hooks';
import { Button } from './button';
import { Notice } from './notice';
import { saveFile } from './saved-file';
import { Status } from './status';
import { useTranslate, type MessageKey, type Translate } from './translation';

/** What the database lacks and its copy has. */
export interface Lost {
  clips: number;
  issues: number;
  drafts: number;
  /** Records that stand in the copy in a later form. */
  changed: number;
  /** Parts of the copy that cannot be read. */
  unreadable: number;
  hasTexts: boolean;
  /** All of the copy, as a backup. */
  backup: Blob;
  bringBack: () => Promise<void>;
}

interface CopyNoticesProps {
  /** Calls back when something is found to be lost, and after each save that was copied or could not be. */
  watch: (listener: { onLost: (lost: Lost) => void; onCopied: (isCopied: boolean) => void }) => () => void;
  /** The name for a backup that is saved now. */
  nameBackup: (now: Date) => string;
  /** The words for what `bringBack` has thrown. */
  sayError: (error: unknown) => MessageKey;
}

type Step = 'offered' | 'bringing' | 'brought' | { failed: MessageKey };

/** Says what the browser has lost, and offers it back; says too when a save has no second copy. */
export function CopyNotices({ watch, nameBackup, sayError }: CopyNoticesProps) {
  const translate = useTranslate();
  const [lost, setLost] = useState<Lost>();
  const [isCopied, setIsCopied] = useState(true);
  const [step, setStep] = useState<Step>('offered');
  useEffect(() => watch({ onLost: setLost, onCopied: setIsCopied }), [watch]);
  const bringBack = async ({ bringBack: bring }: Lost) => {
    setStep('bringing');
    try {
      await bring();
      setStep('brought');
    } catch (error) {
      setStep({ failed: sayError(error) });
    }
  };
  return (
    <>
      <Status isUrgent>
        {lost && step !== 'brought' && (
          <Notice
            tone="danger"
            actions={
              <>
                <Button look="primary" isBusy={step === 'bringing'} onClick={() => void bringBack(lost)}>
                  {translate(step === 'bringing' ? 'lostBringing' : 'lostBringBack')}
                </Button>
                <Button onClick={() => saveFile(lost.backup, nameBackup(new Date()))}>
                  {translate('lostSaveFile')}
                </Button>
              </>
            }
          >
            {typeof step === 'object' && `${translate(step.failed)} `}
            {sayLost(lost, translate)}
          </Notice>
        )}
        {!isCopied && <Notice tone="warning">{translate('copyFailed')}</Notice>}
      </Status>
      <Status>
        {lost && step === 'brought' && <Notice tone="success">{sayBrought(lost, translate)}</Notice>}
      </Status>
    </>
  );
}

function sayLost(lost: Lost, translate: Translate): string {
  const { clips, issues, drafts, changed } = lost;
  const counts = [clips, issues, drafts, changed].map(String);
  return [translate('lostFound', ...counts), ...sayMissing(lost, translate)].join(' ');
}

function sayBrought(lost: Lost, translate: Translate): string {
  return [translate('lostBrought'), ...sayMissing(lost, translate)].join(' ');
}

/** What the copy does not have. */
function sayMissing({ unreadable, hasTexts }: Lost, translate: Translate): string[] {
  return [
    ...(unreadable > 0 ? [translate('lostUnreadable', String(unreadable))] : []),
    ...(hasTexts ? [] : [translate('lostTexts')]),
  ];
}
