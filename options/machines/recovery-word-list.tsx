import { printRecoveryWords } from '../../src/sync/recovery-words';
import { useTranslate } from '../../src/ui/translation-context';

/** The key in words, numbered, so that none is left out. */
export function RecoveryWords({ material }: { material: Uint8Array<ArrayBuffer> }) {
  const translate = useTranslate();
  return (
    <ol class="recovery-words" aria-label={translate('machinesRecoveryWords')} lang="en" translate={false}>
      {printRecoveryWords(material)
        .split(' ')
        .map((word, place) => (
          <li key={place}>{word}</li>
        ))}
    </ol>
  );
}
