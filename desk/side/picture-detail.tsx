import type { Clip } from '../../src/news/clip';
import { Button } from '../../src/ui/button';
import { useTranslate } from '../../src/ui/translation-context';
import { useDesk } from '../state/desk';
import { captionCover } from '../actions/cover-actions';
import { useSnapshot } from '../state/use-snapshot';

/** What the page says about its lead picture, with a link to the picture. The picture itself is never loaded. */
export function LeadPictureDetail({ clip }: { clip: Clip }) {
  const desk = useDesk();
  const translate = useTranslate();
  const picture = useSnapshot(clip.id)?.leadPicture;
  if (picture === undefined) return null;
  const { address, alternative, caption = alternative, credit } = picture;
  const hasWords = caption !== undefined || credit !== undefined;
  return (
    <div class="lead-picture" role="group" aria-label={translate('deskLeadPicture')}>
      {caption !== undefined && <p dir="auto">{caption}</p>}
      {credit !== undefined && (
        <p class="hint" dir="auto">
          {translate('deskLeadPictureCredit', credit)}
        </p>
      )}
      <a href={address} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer">
        {translate('deskLeadPictureOpen')}
      </a>
      {hasWords && desk.content.isEditable && (
        <Button look="quiet" onClick={() => desk.run(() => captionCover(desk, picture))}>
          {translate('deskLeadPictureForCover')}
        </Button>
      )}
    </div>
  );
}
