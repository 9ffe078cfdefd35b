/** Notes that few clips need. This file is loaded only when there may be one. */
import { changeLocalState, readLocalState } from '../src/storage/database/local-state';
import type { MessageKey } from '../src/ui/translation-context';
import type { Clipping } from './clipping';
import { viewOfConcealed } from './concealed-view';
import type { StartupDependencies } from './popup-startup';

type Dependencies = Pick<StartupDependencies, 'openDatabase'>;

/** Offers the invisible words that the context menu left out of a clip, and says so if it did not read exactly what was selected. */
export async function offerConcealed(
  clipping: Clipping,
  clipId: string,
  { openDatabase }: Dependencies,
): Promise<void> {
  const { concealed } = await readLocalState(await openDatabase());
  const { quotes } = clipping.state.form.content;
  if (concealed?.clipId !== clipId) return;
  const { isOtherSelection, isSelectionUnread } = concealed;
  const parts = concealed.parts.filter(({ whole }) =>
    quotes.every(({ markdown }) => markdown !== whole.markdown),
  );
  const warnings: MessageKey[] = [
    ...(isOtherSelection === true ? ['uiOtherSelection' as const] : []),
    ...(isSelectionUnread === true ? ['uiSelectionUnread' as const] : []),
  ];
  if (parts.length + warnings.length > 0)
    clipping.learn({ concealed: { parts, View: viewOfConcealed(clipping, warnings) } });
}

/** Says where clips from Incognito are stored, until one has been clipped there. */
export async function explainIncognito(clipping: Clipping, { openDatabase }: Dependencies): Promise<void> {
  const { toldOfIncognitoAt } = await readLocalState(await openDatabase());
  if (toldOfIncognitoAt === undefined) clipping.learn({ isFirstInIncognito: true });
}

/** To be called after a save. */
export async function noteIncognitoExplained(
  clipping: Clipping,
  { openDatabase }: Dependencies,
): Promise<void> {
  const { context, message } = clipping.state;
  if (context.isFirstInIncognito !== true || message?.kind !== 'saved') return;
  await changeLocalState(await openDatabase(), (upkeep) => ({
    ...upkeep,
    toldOfIncognitoAt: new Date().toISOString(),
  }));
}
