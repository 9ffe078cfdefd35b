import type { VNode } from 'preact';
import { parseWebAddress } from '../../src/news/address';
import type { Clip } from '../../src/news/clip';
import {
  ARTICLE_FIELDS,
  DETAIL_FIELDS,
  isTypedDetail,
  type DetailField,
  type TypedDetail,
} from '../../src/news/article-fields';
import type { HouseStyle } from '../../src/news/house-style';
import type { Section } from '../../src/news/issue';
import { Button } from '../../src/ui/button';
import { CandidateMenu } from '../../src/ui/candidate-menu';
import { memo } from '../../src/ui/memo';
import { useTranslate, type Translate } from '../../src/ui/translation-context';
import { LineField } from '../fields/line-field';
import { replaceClipText, writeClipText } from '../actions/clip-edits';
import { labelClip } from '../actions/clip-actions';
import { copyClips } from '../actions/copy-actions';
import { useDesk } from '../state/desk';
import { ClipProvenance } from './clip-provenance';
import { DateDetail } from './date-detail';
import { OtherAddresses } from './other-addresses';
import { LanguageDetail } from './language-detail';
import { QuotesDetail } from './quotes-detail';
import { SectionDetail } from './section-detail';

interface ClipDetailsProps {
  clip: Clip;
  style: HouseStyle;
  sections: readonly Section[];
  /** In a draft or in the inbox: clips of published issues are read. */
  isOpen: boolean;
}

/** The facts of a clip: whatever of it is no prose. */
export const ClipDetails = memo(function ClipDetails({ clip, style, sections, isOpen }: ClipDetailsProps) {
  const desk = useDesk();
  const translate = useTranslate();
  return (
    <div class="clip-details">
      <h2 dir="auto">{labelClip(desk, clip)}</h2>
      {!isOpen && (
        <Button onClick={() => desk.run(() => copyClips(desk, [clip]))}>
          {translate('deskCopyToCurrent')}
        </Button>
      )}
      <fieldset class="details-fields" disabled={!isOpen}>
        <SectionDetail clip={clip} sections={sections} />
        {!clip.isNote && <ArticleDetails clip={clip} style={style} />}
      </fieldset>
      <ClipProvenance clip={clip} />
    </div>
  );
});

type ControlProps = Pick<ClipDetailsProps, 'clip' | 'style'>;

/** The details that are no plain text. */
const CONTROLS: Record<Exclude<DetailField, TypedDetail>, (props: ControlProps) => VNode> = {
  published: ({ clip }) => <DateDetail clip={clip} />,
  language: ({ clip, style }) => (
    <>
      <LanguageDetail clip={clip} style={style} />
      <QuotesDetail clip={clip} style={style} />
    </>
  ),
};

function ArticleDetails(props: ControlProps) {
  return (
    <>
      {DETAIL_FIELDS.map((field) => {
        if (isTypedDetail(field)) return <TextDetail key={field} clip={props.clip} field={field} />;
        const Control = CONTROLS[field];
        return (
          <div key={field} class="details-fields" data-detail={field}>
            <Control {...props} />
          </div>
        );
      })}
      <OtherAddresses clip={props.clip} />
    </>
  );
}

function TextDetail({ clip, field }: { clip: Clip; field: TypedDetail }) {
  const desk = useDesk();
  const { kind, label } = ARTICLE_FIELDS[field];
  const name = desk.translate(label);
  return (
    <div data-detail={field}>
      <LineField
        key={clip.id}
        label={name}
        {...(kind === 'address' && addressControl(clip, desk.translate))}
        stored={clip[field]}
        save={(text) => writeClipText(desk, clip, field, text)}
        after={
          <CandidateMenu
            field={name}
            candidates={clip.candidates?.[field]}
            value={clip[field]}
            onChoose={(text) => desk.run(() => replaceClipText(desk, clip, field, text))}
          />
        }
      />
    </div>
  );
}

function addressControl({ address }: Clip, translate: Translate) {
  const problem = isLinkable(address) ? undefined : translate('deskAddressProblem');
  return { type: 'url', hint: hostBehind(address), problem } as const;
}

/** The host as browsers show it, where it is written in letters that may only look like others. */
function hostBehind(address: string | undefined): string | undefined {
  const host = parseWebAddress(address)?.host;
  return host === undefined || address?.toLowerCase().includes(host) === true ? undefined : host;
}

function isLinkable(address: string | undefined): boolean {
  return address === undefined || parseWebAddress(address) !== undefined;
}
