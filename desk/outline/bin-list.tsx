import type { Clip } from '../../src/news/clip';
import { Button } from '../../src/ui/button';
import { useTranslate } from '../../src/ui/translation';
import { callClip, restoreClip } from '../state/clip-acts';
import { useDesk } from '../state/desk';

/** What lies in the bin, of all issues; each clip goes back to where it was. */
export function BinList({ bin, onClose }: { bin: readonly Clip[]; onClose: () => void }) {
  const desk = useDesk();
  const translate = useTranslate();
  return (
    <section class="bin" aria-label={translate('deskBin')}>
      <header class="outline-head">
        <h2>{translate('deskBin')}</h2>
        <Button look="quiet" onClick={onClose}>
          {translate('deskBack')}
        </Button>
      </header>
      {bin.length === 0 && <p class="empty">{translate('deskBinEmpty')}</p>}
      <ul>
        {bin.map((clip) => (
          <li key={clip.id} class="bin-clip">
            <span class="outline-headline" dir="auto">
              {callClip(desk, clip)}
            </span>
            <Button look="quiet" icon="undo" onClick={() => desk.run(() => restoreClip(desk, clip))}>
              {translate('deskRestore')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
