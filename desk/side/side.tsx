import { isInbox } from '../../src/news/newsletter';
import { findClip, isOpen } from '../state/desk-content';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { useTranslate } from '../../src/ui/translation-context';
import { useDesk } from '../state/desk';
import { afterDrawing, type FocusHandlers } from '../state/focus';
import { TEXT_FIELDS, useSeen } from '../state/structural-sharing';
import { Checks } from './checks-panel';
import { ClipDetails } from './clip-details';
import { Preview } from './preview';
import { TargetPanel } from './target-panel';
import type { Findings } from './use-findings';
import './side.css';

const NO_SECTIONS = [] as const;
const SIDES = { clip: 'deskSideClip', checks: 'deskSideChecks', preview: 'deskSidePreview' } as const;

/** The panel beside the manuscript: the details of the open clip, the findings of the checks, or a preview of the issue. */
export function Side({ findings }: { findings: Findings | undefined }) {
  const desk = useDesk();
  const translate = useTranslate();
  const { view, content } = desk;
  const found = findClip(content, view.clipId);
  const [clip] = useSeen(
    useMemo(() => (found ? [found] : []), [found]),
    TEXT_FIELDS,
  );
  const tabsRef = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => tabsRef.current?.closest('.desk-side')?.scrollTo({ top: 0 }), [view.clipId]);
  const count = findings?.open.length ?? 0;
  return (
    <>
      <div ref={tabsRef} class="side-tabs" role="group" aria-label={translate('deskSide')}>
        {(['clip', 'checks', 'preview'] as const).map((side) => (
          <button
            key={side}
            type="button"
            class="side-tab"
            data-side={side}
            aria-pressed={view.side === side}
            onClick={() => desk.show({ side })}
          >
            {side === 'checks' && count > 0 ? translate('deskSideChecksOf', count) : translate(SIDES[side])}
          </button>
        ))}
      </div>
      {view.side === 'preview' ? (
        <Preview content={content} />
      ) : view.side === 'checks' ? (
        <>
          <TargetPanel />
          {findings !== undefined && <Checks key={content.issue.id} {...findings} />}
        </>
      ) : clip === undefined ? (
        <p class="empty">{translate('deskNoClipChosen')}</p>
      ) : (
        <ClipDetails
          clip={clip}
          style={content.style}
          sections={content.isEditable || !isInbox(clip.issueId) ? content.issue.sections : NO_SECTIONS}
          isOpen={isOpen(content, clip.issueId)}
        />
      )}
    </>
  );
}

export const SIDE_FOCUS: FocusHandlers = {
  checks: () => afterDrawing(() => document.querySelector<HTMLElement>('[data-side=checks]')?.focus()),
  detail: ({ field }) =>
    afterDrawing(() => document.querySelector<HTMLElement>(`[data-detail=${field}] input`)?.focus()),
  clipLink: ({ address }) =>
    afterDrawing(() => {
      const link = linkInPreview(address);
      link?.focus({ preventScroll: true });
      link?.scrollIntoView({ block: 'center' });
    }),
  shownClip: ({ address }) =>
    afterDrawing(() => {
      if (address !== undefined) linkInPreview(address)?.scrollIntoView({ block: 'center' });
    }),
};

function linkInPreview(address: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`.issue-preview a[href="${CSS.escape(address)}"]`);
}
