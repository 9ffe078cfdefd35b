import { editionsOf } from '../src/news/editions/named-editions';
import { Menu } from '../src/ui/menu';
import { useTranslate, type Translate } from '../src/ui/translation-context';
import { useDesk } from './state/desk';
import { describeInstant } from './state/issue-name';

/** A menu that shows the stored editions of a published issue, the latest first. Not drawn if there is only one. */
export function EditionMenu() {
  const desk = useDesk();
  const translate = useTranslate();
  const { issue, edition, missingEditions = [] } = desk.content;
  const editions = editionsOf(issue)
    .filter(({ editionId }) => !missingEditions.includes(editionId))
    .toReversed();
  if (editions.length < 2) return null;
  return (
    <Menu
      items={editions.map(({ editionId, correctedAt }, place) => ({
        key: `${place}`,
        label: nameEdition(correctedAt, translate),
        note: place === 0 ? translate('deskShownEdition') : undefined,
        isChosen: editionId === edition?.id,
        onChoose: () => desk.run(() => desk.showEdition(place === 0 ? undefined : editionId)),
      }))}
    >
      {translate('deskEditions', String(editions.length))}
    </Menu>
  );
}

function nameEdition(correctedAt: string | undefined, translate: Translate): string {
  return correctedAt === undefined
    ? translate('deskFirstEdition')
    : translate('deskEditionCorrected', describeInstant(correctedAt, translate));
}
