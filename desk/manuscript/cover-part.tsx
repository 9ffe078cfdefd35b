import type { Issue } from '../../src/news/issue';
import { Button } from '../../src/ui/button';
import { memo } from '../../src/ui/memo';
import { useTranslate } from '../../src/ui/translation-context';
import { CoverFileButton } from '../fields/cover-file-button';
import { LineField } from '../fields/line-field';
import { useStoredPicture } from '../state/stored-picture';
import { useDesk } from '../state/desk';
import { changeCoverPicture, writeCoverText } from '../actions/cover-actions';

/** The cover of an issue: a picture chosen from a file, with its alternative text, caption and credit. */
export const CoverPart = memo(function CoverPart({ issue }: { issue: Issue }) {
  const desk = useDesk();
  const translate = useTranslate();
  const { pictureId, alt, caption, credit } = issue.cover ?? {};
  const address = useStoredPicture(pictureId);
  return (
    <figure class="cover">
      {pictureId !== undefined && <img src={address} alt={alt ?? translate('deskCover')} />}
      <CoverTools hasPicture={pictureId !== undefined} />
      {pictureId !== undefined && (
        <LineField
          label={translate('deskCoverAlt')}
          hint={translate('deskCoverAltHint')}
          stored={alt}
          save={(text) => writeCoverText(desk, issue.id, 'alt', text)}
        />
      )}
      <figcaption>
        <div class="cover-caption">
          <LineField
            label={translate('deskCoverCaption')}
            isLabelHidden
            look="bare"
            placeholder={translate('deskCoverCaption')}
            stored={caption}
            save={(text) => writeCoverText(desk, issue.id, 'caption', text)}
          />
        </div>
        {(pictureId !== undefined || credit !== undefined) && (
          <div class="cover-credit">
            <LineField
              label={translate('deskCoverCredit')}
              isLabelHidden
              look="bare"
              placeholder={translate('deskCoverCredit')}
              stored={credit}
              save={(text) => writeCoverText(desk, issue.id, 'credit', text)}
            />
          </div>
        )}
      </figcaption>
    </figure>
  );
});

/** Buttons that choose, change and remove the picture. */
function CoverTools({ hasPicture }: { hasPicture: boolean }) {
  const desk = useDesk();
  const translate = useTranslate();
  return (
    <div class="cover-tools">
      <CoverFileButton look="plain" hasPicture={hasPicture} />
      {hasPicture && (
        <Button look="quiet" onClick={() => desk.run(() => changeCoverPicture(desk, undefined))}>
          {translate('deskCoverRemove')}
        </Button>
      )}
    </div>
  );
}
