import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../../src/ui/icon';
import { Status } from '../../src/ui/status';
import { useTranslate } from '../../src/ui/translation-context';
import type { ShownPreferences } from './kept-preferences';

/** A pause in typing, in milliseconds. A message after each key would disturb readers and screen readers. */
const PAUSE = 500;

/** Says that everything is saved, after the database has committed it and the user has stopped typing. */
export function SavedMark({ state }: Pick<ShownPreferences, 'state'>) {
  const translate = useTranslate();
  const [isSaid, setSaid] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSaid(true), PAUSE);
    return () => {
      clearTimeout(timer);
      setSaid(false);
    };
  }, [state]);
  return (
    <div class="saved-mark">
      <Status>
        {isSaid && state === 'saved' && (
          <p>
            <Icon name="tick" /> {translate('uiSaved')}
          </p>
        )}
      </Status>
    </div>
  );
}
