import { Button } from '../src/ui/button';
import { useTranslate } from '../src/ui/translation-context';

interface SaveBarProps {
  isSaving: boolean;
  hasDraft: boolean;
  onSave: () => void;
  onDiscard: () => void;
  onOpenDesk: () => void;
  onOpenOptions: () => void;
}

const SAVE_KEYS = navigator.platform.includes('Mac')
  ? { shown: '⌘ ↵', aria: 'Meta+Enter' }
  : { shown: 'Ctrl ↵', aria: 'Control+Enter' };

/** The actions for the clip as a whole, and the links to the other pages. */
export function SaveBar({ isSaving, hasDraft, onSave, onDiscard, onOpenDesk, onOpenOptions }: SaveBarProps) {
  const translate = useTranslate();
  return (
    <footer class="save-bar">
      <Button look="primary" keys={SAVE_KEYS} isBusy={isSaving} onClick={onSave}>
        {translate(isSaving ? 'uiSaving' : 'popupSave')}
      </Button>
      {hasDraft && (
        <Button look="quiet" onClick={onDiscard}>
          {translate('popupDiscardDraft')}
        </Button>
      )}
      <nav aria-label={translate('popupPages')}>
        <Button look="quiet" onClick={onOpenDesk}>
          {translate('popupDesk')}
        </Button>
        <Button look="quiet" onClick={onOpenOptions}>
          {translate('uiOptions')}
        </Button>
      </nav>
    </footer>
  );
}
