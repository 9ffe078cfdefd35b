import { useMemo } from 'preact/hooks';
import type { Clip } from '../../src/news/clip';
import { readClip } from '../../src/storage/clip-lookup';
import { MissingRecordError } from '../../src/storage/database/storage-errors';
import { Button } from '../../src/ui/button';
import { useTranslate } from '../../src/ui/translation-context';
import { useDesk, type Desk } from '../state/desk';
import { LeadPictureDetail } from './picture-detail';

/** When the clip was made, what was saved of its page, and the article's clip in an earlier issue. */
export function ClipProvenance({ clip }: { clip: Clip }) {
  const desk = useDesk();
  const translate = useTranslate();
  const { clippedAt, earlierClipId } = clip;
  const language = translate('languageOfStrings');
  const when = useMemo(() => describeInstant(clippedAt, language), [clippedAt, language]);
  return (
    <div class="provenance">
      <p class="hint">{translate(clip.isNote ? 'deskWrittenAt' : 'deskClippedAt', when)}</p>
      {!clip.isNote && (
        <Button look="plain" onClick={() => desk.show({ snapshotOf: clip.id })}>
          {translate('deskOpenSnapshot')}
        </Button>
      )}
      {!clip.isNote && <LeadPictureDetail clip={clip} />}
      {earlierClipId !== undefined && (
        <Button look="quiet" onClick={() => desk.run(() => openStoredClip(desk, earlierClipId))}>
          {translate('deskEarlierClip')}
        </Button>
      )}
    </div>
  );
}

/** In the analyst's time zone. */
function describeInstant(instant: string, language: string): string {
  return new Date(instant).toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' });
}

async function openStoredClip(desk: Desk, id: string): Promise<void> {
  const clip = await readClip(desk.database, id);
  if (clip === undefined) throw new MissingRecordError(`There is no clip ${id}`);
  await desk.openClipOf(clip);
}
