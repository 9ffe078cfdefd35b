import type { Clip } from '../../src/news/clip';
import { knownLanguage } from '../../src/news/text/language-tag';
import type { Finding } from '../../src/newsletter/checks/checks';
import { withoutTracking } from '../../src/newsletter/checks/tracking-link';
import { Button } from '../../src/ui/button';
import { Menu } from '../../src/ui/menu';
import { useTranslate } from '../../src/ui/translation-context';
import { saveCoverPicture } from '../export/export-actions';
import { moveClipTo } from '../actions/clip-actions';
import { replaceClipText } from '../actions/clip-edits';
import { useDesk } from '../state/desk';

/** A button that fixes what a check has found, if that is possible. It can be undone like any other action. */
export function FindingFix({ finding, clip }: { finding: Finding; clip: Clip | undefined }) {
  const desk = useDesk();
  const translate = useTranslate();
  const { sections } = desk.content.issue;
  if (finding.check === 'pictureByHand')
    return (
      <Button look="quiet" onClick={() => desk.run(() => saveCoverPicture(desk))}>
        {translate('checkFixPicture')}
      </Button>
    );
  if (clip === undefined) return null;
  switch (finding.check) {
    case 'trackingAddress': {
      const address = withoutTracking(clip.address ?? '');
      return address === undefined ? null : (
        <Button look="quiet" onClick={() => desk.run(() => replaceClipText(desk, clip, 'address', address))}>
          {translate('checkFixAddress')}
        </Button>
      );
    }
    case 'headlineInCapitals':
      return (
        <Button
          look="quiet"
          onClick={() => desk.run(() => replaceClipText(desk, clip, 'headline', writeSmall(clip)))}
        >
          {translate('checkFixCapitals')}
        </Button>
      );
    case 'unsorted':
      return sections.length === 0 ? null : (
        <Menu
          icon="file"
          items={sections.map(({ id, title }, place) => ({
            key: id,
            label: `${place + 1} ${title}`,
            onChoose: () => desk.run(() => moveClipTo(desk, clip, { sectionId: id })),
          }))}
        >
          {translate('deskMoveTo')}
        </Menu>
      );
    default:
      return null;
  }
}

/** The first letter stays a capital. Only the analyst knows which other words are names. */
function writeSmall({ headline, language }: Clip): string | undefined {
  const first = /\p{L}/u.exec(headline ?? '');
  if (headline === undefined || first === null) return headline;
  const end = first.index + first[0].length;
  return headline.slice(0, end) + headline.slice(end).toLocaleLowerCase(knownLanguage(language ?? 'en'));
}
