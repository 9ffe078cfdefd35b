import { useTranslate } from '../../src/ui/translation';
import { useDesk } from '../state/desk';
import { ClipDetails } from './clip-details';
import { Preview } from './preview';
import './side.css';

const SIDES = { clip: 'deskSideClip', preview: 'deskSidePreview' } as const;

/** What stands beside the manuscript: the details of the clip that is worked on, or the issue as it will be read. */
export function Side() {
  const desk = useDesk();
  const translate = useTranslate();
  const { view, content } = desk;
  const clip = content.clips.find(({ id }) => id === view.clipId);
  return (
    <>
      <div class="side-tabs" role="group" aria-label={translate('deskSide')}>
        {(['clip', 'preview'] as const).map((side) => (
          <button
            key={side}
            type="button"
            class="side-tab"
            aria-pressed={view.side === side}
            onClick={() => desk.show({ side })}
          >
            {translate(SIDES[side])}
          </button>
        ))}
      </div>
      {view.side === 'preview' ? (
        <Preview content={content} />
      ) : clip === undefined ? (
        <p class="empty">{translate('deskNoClipChosen')}</p>
      ) : (
        <ClipDetails clip={clip} />
      )}
    </>
  );
}
