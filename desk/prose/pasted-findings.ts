import type { Translate } from '../../src/ui/translation-context';
import type { PastedFindings } from './clipboard';

/** What the desk says of pasted content; `undefined` if there is nothing to say. */
export function sayFindings(
  { pictures, hiddenWords, isCut }: PastedFindings,
  translate: Translate,
): string | undefined {
  const sentences = [
    ...(isCut ? [translate('uiPasteCut')] : []),
    ...(pictures > 0 ? [translate('deskPicturesPasted', pictures)] : []),
    ...(hiddenWords > 0 ? [`${translate('uiHiddenWords', hiddenWords)}.`] : []),
  ];
  return sentences.length === 0 ? undefined : sentences.join(' ');
}
