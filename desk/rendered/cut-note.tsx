import { useTranslate } from '../../src/ui/translation-context';

/** Says that a text is longer than the part shown, and that the rest is not lost. */
export function CutNote({ shown, text }: { shown: string; text: string }) {
  const translate = useTranslate();
  return <p class="cut-note">{translate('deskCutText', shown.length, text.length)}</p>;
}
