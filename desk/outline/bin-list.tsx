import type { Clip } from '../../src/news/clip';
import { DAYS_IN_BIN } from '../../src/storage/bin';
import { Button } from '../../src/ui/button';
import { useTranslate } from '../../src/ui/translation-context';
import { emptyBinAtDesk, restoreEmptiedBin } from '../actions/bin-actions';
import { labelClip, restoreFromBin } from '../actions/clip-actions';
import { useDesk } from '../state/desk';

/** The clips in the bin, of all issues. Each can be restored to its place until the bin is emptied. */
export function BinList({ bin, onClose }: { bin: readonly Clip[]; onClose: () => void }) {
  const desk = useDesk();
  const translate = useTranslate();
  const emptied = desk.emptied.flatMap(({ clips }) => clips).length;
  return (
    <section class="bin" aria-label={translate('deskBin')}>
      <header class="outline-head">
        <h2>{translate('deskBin')}</h2>
        <Button look="quiet" onClick={onClose}>
          {translate('deskBack')}
        </Button>
      </header>
      {bin.length === 0 ? (
        <p class="empty">{translate('deskBinEmpty')}</p>
      ) : (
        <p class="hint">{translate('deskBinDays', DAYS_IN_BIN)}</p>
      )}
      <ul>
        {bin.map((clip) => (
          <li key={clip.id} class="bin-clip">
            <span class="outline-headline" dir="auto">
              {labelClip(desk, clip)}
            </span>
            <Button look="quiet" icon="undo" onClick={() => desk.run(() => restoreFromBin(desk, [clip]))}>
              {translate('deskRestore')}
            </Button>
          </li>
        ))}
      </ul>
      <div class="bin-end">
        {bin.length > 0 && (
          <Button look="danger" icon="bin" onClick={() => desk.run(() => emptyBinAtDesk(desk))}>
            {translate('deskEmptyBin')}
          </Button>
        )}
        {emptied > 0 && (
          <Button icon="undo" onClick={() => desk.run(() => restoreEmptiedBin(desk))}>
            {translate('deskFillBinAgain', emptied)}
          </Button>
        )}
      </div>
    </section>
  );
}
