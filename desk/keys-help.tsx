import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../src/ui/button';
import { useTranslate, type MessageKey } from '../src/ui/translation-context';
import './keys-help.css';
import { shownKeys } from './prose/key-names';

type Keys = readonly [keys: string, does: MessageKey][];

/**
 * Every shortcut of the desk, in the notation of ProseMirror (`Mod-Shift-8`). Shortcuts with the same or a similar effect are
 * separated by a space.
 */
const KEYS: readonly [where: MessageKey, keys: Keys][] = [
  [
    'deskKeysAnywhere',
    [
      ['Mod-z', 'uiUndo'],
      ['Mod-Shift-z', 'deskRedo'],
      ['/', 'deskSearch'],
      ['a', 'deskAddClip'],
      ['Mod-v', 'deskKeyPaste'],
      ['?', 'deskKeys'],
    ],
  ],
  [
    'deskOutline',
    [
      ['↑ ↓', 'deskKeyGo'],
      ['← →', 'deskKeyFold'],
      ['Enter c', 'deskKeyOpen'],
      ['1–9', 'deskKeyFile'],
      ['0', 'deskKeyUnsort'],
      ['m', 'deskMoveTo'],
      ['Alt-↑ Alt-↓', 'deskKeyMove'],
      ['Space Shift-↑ Shift-↓', 'deskKeySelect'],
      ['Mod-a', 'deskKeySelectAll'],
      ['g', 'deskKeyGroup'],
      ['n', 'deskAddNoteBelow'],
      ['Delete', 'deskBinClip'],
    ],
  ],
  [
    'deskKeysWriting',
    [
      ['Mod-b', 'deskBold'],
      ['Mod-i', 'deskItalic'],
      ['Mod-k', 'deskLink'],
      ['Mod-Shift-8', 'deskBullets'],
      ['Mod-Shift-7', 'deskNumbers'],
      ['Mod-Shift-9', 'deskQuotation'],
      ['Escape', 'deskKeyBack'],
    ],
  ],
  [
    'deskKeysQuote',
    [
      ['Mod-Shift-.', 'deskCutWords'],
      ['Mod-Shift-,', 'deskBracketWords'],
      ['Mod-Enter', 'deskSplitQuote'],
      ['q', 'deskKeyQuoteSaved'],
    ],
  ],
];

/** All shortcuts of the desk, in a dialog that opens when it is drawn. */
export function KeysHelp({ onClose }: { onClose: () => void }) {
  const translate = useTranslate();
  const dialogRef = useRef<HTMLDialogElement>(null);
  useEffect(() => dialogRef.current?.showModal(), []);
  return (
    <dialog
      ref={dialogRef}
      class="desk-dialog keys-help"
      onClose={onClose}
      aria-label={translate('deskKeys')}
    >
      <header>
        <h2>{translate('deskKeys')}</h2>
        <Button look="quiet" icon="close" isIconOnly onClick={() => dialogRef.current?.close()}>
          {translate('uiClose')}
        </Button>
      </header>
      <div class="keys-help-parts" tabIndex={0} role="region" aria-label={translate('deskKeys')}>
        {KEYS.map(([where, keys]) => (
          <section key={where}>
            <h3>{translate(where)}</h3>
            <dl>
              {keys.map(([combination, does]) => (
                <div key={combination}>
                  <dt>
                    {combination.split(' ').map((each) => (
                      <kbd key={each}>{shownKeys(each)}</kbd>
                    ))}
                  </dt>
                  <dd>{translate(does)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </dialog>
  );
}
