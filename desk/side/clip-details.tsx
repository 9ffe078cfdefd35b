import { parseWebAddress } from '../../src/news/address';
import type { Clip } from '../../src/news/clip';
import type { HouseStyle } from '../../src/news/house-style';
import type { Section } from '../../src/news/issue';
import { Button } from '../../src/ui/button';
import { CandidateMenu } from '../../src/ui/candidate-menu';
import { memo } from '../../src/ui/memo';
import { useTranslate } from '../../src/ui/translation';
import { LineField } from '../fields/line-field';
import { CLIP_TEXT_LABELS, replaceClipText, writeClipText } from '../state/clip-edits';
import { callClip } from '../state/clip-acts';
import { copyClips } from '../state/copies';
import { useDesk } from '../state/desk';
import { ClipProvenance } from './clip-provenance';
import { DateDetail } from './date-detail';
import { LanguageDetail } from './language-detail';
import { QuotesDetail } from './quotes-detail';
import { SectionDetail } from './section-detail';

interface ClipDetailsProps {
  clip: Clip;
  style: HouseStyle;
  sections: readonly Section[];
  /** Of the current issue: clips of others are read. */
  isCurrent: boolean;
}

/** The facts of a clip: whatever of it is no prose. */
export const ClipDetails = memo(function ClipDetails({ clip, style, sections, isCurrent }: ClipDetailsProps) {
  const desk = useDesk();
  const translate = useTranslate();
  return (
    <div class="clip-details">
      <h2 dir="auto">{callClip(desk, clip)}</h2>
      {!isCurrent && (
        <Button onClick={() => desk.run(() => copyClips(desk, [clip]))}>
          {translate('deskCopyToCurrent')}
        </Button>
      )}
      <fieldset class="details-fields" disabled={!isCurrent}>
        <SectionDetail clip={clip} sections={sections} />
        {!clip.isNote && <ArticleDetails clip={clip} style={style} />}
      </fieldset>
      <ClipProvenance clip={clip} />
    </div>
  );
});

function ArticleDetails({ clip, style }: Pick<ClipDetailsProps, 'clip' | 'style'>) {
  return (
    <>
      <div data-detail="outlet">
        <TextDetail clip={clip} field="outlet" />
      </div>
      <TextDetail clip={clip} field="sourceCredit" />
      <div data-detail="date">
        <DateDetail clip={clip} />
      </div>
      <LanguageDetail clip={clip} style={style} />
      <QuotesDetail clip={clip} style={style} />
      <TextDetail clip={clip} field="byline" />
      <div data-detail="address">
        <TextDetail clip={clip} field="address" />
      </div>
    </>
  );
}

function TextDetail({
  clip,
  field,
}: {
  clip: Clip;
  field: 'outlet' | 'sourceCredit' | 'byline' | 'address';
}) {
  const desk = useDesk();
  const label = useTranslate()(CLIP_TEXT_LABELS[field]);
  const isAddress = field === 'address';
  return (
    <LineField
      key={`${clip.id}:${field}`}
      label={label}
      type={isAddress ? 'url' : 'text'}
      hint={isAddress ? hostBehind(clip.address) : undefined}
      problem={isAddress && !isLinkable(clip.address) ? desk.translate('deskAddressProblem') : undefined}
      stored={clip[field]}
      save={(text) => writeClipText(desk, clip, field, text)}
      after={
        <CandidateMenu
          field={label}
          candidates={clip.candidates?.[field]}
          value={clip[field]}
          onChoose={(text) => desk.run(() => replaceClipText(desk, clip, field, text))}
        />
      }
    />
  );
}

/** The host as browsers show it, where it is written in letters that may only look like others. */
function hostBehind(address: string | undefined): string | undefined {
  const host = parseWebAddress(address)?.host;
  return host === undefined || address?.toLowerCase().includes(host) === true ? undefined : host;
}

function isLinkable(address: string | undefined): boolean {
  return address === undefined || parseWebAddress(address) !== undefined;
}
