import { parseWebAddress } from '../../src/news/address';
import type { Clip } from '../../src/news/clip';
import { Button } from '../../src/ui/button';
import { useTranslate } from '../../src/ui/translation-context';
import { markLink, writeClipText } from '../actions/clip-edits';
import { LineField } from '../fields/line-field';
import { useDesk } from '../state/desk';

const FIELDS = {
  archiveAddress: 'deskArchiveAddress',
  alternativeAddress: 'deskAlternativeAddress',
} as const;

/** Where else the article can be read. If its link is marked as dead, asks for that, and offers the saved text. */
export function OtherAddresses({ clip }: { clip: Clip }) {
  const desk = useDesk();
  const translate = useTranslate();
  return (
    <>
      {clip.isLinkDead && (
        <div class="dead-link" role="group" aria-label={translate('deskLinkIsDead')}>
          <p>{translate('deskDeadLinkNote')}</p>
          <div class="dead-link-actions">
            <Button look="plain" onClick={() => desk.show({ snapshotOf: clip.id })}>
              {translate('deskOpenSnapshot')}
            </Button>
            <Button look="quiet" onClick={() => desk.run(() => markLink(desk, clip, false))}>
              {translate('deskLinkWorks')}
            </Button>
          </div>
        </div>
      )}
      {(['archiveAddress', 'alternativeAddress'] as const).map((field) => (
        <div key={field} data-detail={field}>
          <LineField
            key={clip.id}
            label={translate(FIELDS[field])}
            type="url"
            problem={isLinkable(clip[field]) ? undefined : translate('deskAddressProblem')}
            stored={clip[field]}
            save={(text) => writeClipText(desk, clip, field, text)}
          />
        </div>
      ))}
    </>
  );
}

function isLinkable(address: string | undefined): boolean {
  return address === undefined || parseWebAddress(address) !== undefined;
}
