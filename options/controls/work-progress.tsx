import { useId } from 'preact/hooks';
import { Button } from '../../src/ui/button';
import { useTranslate } from '../../src/ui/translation-context';
import type { LongWorkState } from './use-long-work';

/** The progress of long work, with a Cancel button. Not visible for work that finishes at once. */
export function WorkProgress({ work, children }: { work: LongWorkState; children: string }) {
  const translate = useTranslate();
  const id = useId();
  if (work.share === undefined) return null;
  return (
    <div class="work-progress">
      <label for={id}>{children}</label>
      <progress id={id} value={work.share} />
      <Button onClick={work.cancel}>{translate('optionsCancel')}</Button>
    </div>
  );
}
