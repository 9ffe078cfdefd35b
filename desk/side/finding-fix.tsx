import type { Clip } from '../../src/news/clip';
import { knownLanguage } from '../../src/news/text/language-tag';
import type { Finding } from '../../src/newsletter/checks/checks';
import { isOnlyHost } from '../../src/newsletter/checks/clip-checks';
import { withoutTracking } from '../../src/newsletter/checks/tracking-link';
import { firstWords } from '../../src/newsletter/first-words';
import { Button } from '../../src/ui/button';
import { Menu } from '../../src/ui/menu';
import { useTranslate } from '../../src/ui/translation-context';
import { moveClipTo } from '../actions/clip-actions';
import { replaceClipText, showClipLabel } from '../actions/clip-edits';
import { canFix, firstOfArticle, fixTexts, mergeWithFirst } from '../actions/fix-actions';
import { completeQuote, removeQuote } from '../actions/quote-actions';
import { removeSection } from '../actions/section-actions';
import { saveCoverPicture } from '../export/export-actions';
import { CoverFileButton } from '../fields/cover-file-button';
import { useDesk, type Desk } from '../state/desk';

interface FindingFixProps {
  finding: Finding;
  clip: Clip | undefined;
}

/** A control that fixes what a check has found, if that is possible. It can be undone like any other action. */
export function FindingFix({ finding, clip }: FindingFixProps) {
  const desk = useDesk();
  if (finding.check === 'noPicture') return <CoverFileButton look="quiet" hasPicture={false} />;
  if (finding.check === 'unsorted') return clip ? <SectionChoice clip={clip} /> : null;
  const fix = clip ? fixOfClip(desk, finding, clip) : fixOfIssue(desk, finding);
  return fix ? (
    <Button look="quiet" onClick={() => desk.run(fix.run)}>
      {fix.label}
    </Button>
  ) : null;
}

function SectionChoice({ clip }: { clip: Clip }) {
  const desk = useDesk();
  const translate = useTranslate();
  const { sections } = desk.content.issue;
  if (sections.length === 0) return null;
  return (
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
}

interface Fix {
  label: string;
  run: () => Promise<void>;
}

function fixOfIssue(desk: Desk, finding: Finding): Fix | undefined {
  switch (finding.check) {
    case 'pictureByHand':
      return { label: desk.translate('checkFixPicture'), run: () => saveCoverPicture(desk) };
    case 'emptySection': {
      const section = desk.content.issue.sections.find(({ id }) => id === finding.sectionId);
      return (
        section && { label: desk.translate('checkFixEmptySection'), run: () => removeSection(desk, section) }
      );
    }
    default:
      return fixOfTexts(desk, finding, undefined);
  }
}

function fixOfClip(desk: Desk, finding: Finding, clip: Clip): Fix | undefined {
  const { translate } = desk;
  const { quoteId, cutWords } = finding;
  switch (finding.check) {
    case 'trackingAddress': {
      const address = withoutTracking(clip.address ?? '');
      if (address === undefined) return undefined;
      const run = () => replaceClipText(desk, clip, 'address', address);
      return { label: translate('checkFixAddress'), run };
    }
    case 'unsafeAddress':
      return {
        label: translate('checkFixUnsafeAddress'),
        run: () => replaceClipText(desk, clip, 'address', undefined),
      };
    case 'headlineInCapitals':
      return {
        label: translate('checkFixCapitals'),
        run: () => replaceClipText(desk, clip, 'headline', writeSmall(clip)),
      };
    case 'noHeadline':
      return fixByCandidate(desk, clip, 'headline');
    case 'noOutlet':
      return fixByCandidate(desk, clip, 'outlet');
    case 'hostOutlet':
      return fixByCandidate(desk, clip, 'outlet', (name) => !isOnlyHost(name));
    case 'noAddress':
      return fixByCandidate(desk, clip, 'address');
    case 'noDate':
      if (desk.content.style.showsDate !== 'clip') return undefined;
      return { label: translate('checkFixNoDate'), run: () => showClipLabel(desk, clip, 'showDate', false) };
    case 'sameArticle':
      if (firstOfArticle(desk, clip)?.id === clip.id) return undefined;
      return { label: translate('checkFixSameArticle'), run: () => mergeWithFirst(desk, clip) };
    case 'sameQuote':
      if (quoteId === undefined) return undefined;
      return { label: translate('checkFixSameQuote'), run: () => removeQuote(desk, clip, quoteId) };
    case 'cutQuote':
      if (cutWords === undefined) return undefined;
      return { label: translate('checkFixCutQuote'), run: () => completeQuote(desk, clip, cutWords) };
    default:
      return fixOfTexts(desk, finding, clip);
  }
}

/** Fills a field with the best value that was found in the page, such as one that the analyst has deleted. */
function fixByCandidate(
  desk: Desk,
  clip: Clip,
  field: 'headline' | 'outlet' | 'address',
  isFitting: (value: string) => boolean = () => true,
): Fix | undefined {
  const value = clip.candidates?.[field]?.find((candidate) => isFitting(candidate.value))?.value;
  if (value === undefined) return undefined;
  return {
    label: desk.translate('checkFixInsert', firstWords(value) ?? value),
    run: () => replaceClipText(desk, clip, field, value),
  };
}

const TEXT_FIXES = {
  oddCharacters: 'checkFixOddCharacters',
  foreignPicture: 'checkFixForeignPicture',
  misleadingLink: 'checkFixMisleadingLink',
  mailRecipients: 'checkFixMailRecipients',
  trackingLink: 'checkFixTrackingLink',
} as const;

function fixOfTexts(desk: Desk, finding: Finding, clip: Clip | undefined): Fix | undefined {
  const { check } = finding;
  if (!(check in TEXT_FIXES) || !canFix(desk, finding, clip)) return undefined;
  const label = desk.translate(TEXT_FIXES[check as keyof typeof TEXT_FIXES]); // it is a key of the table
  return { label, run: () => fixTexts(desk, finding, clip) };
}

/** The first letter stays a capital. Only the analyst knows which other words are names. */
function writeSmall({ headline, language }: Clip): string | undefined {
  const first = /\p{L}/u.exec(headline ?? '');
  if (headline === undefined || first === null) return headline;
  const end = first.index + first[0].length;
  return headline.slice(0, end) + headline.slice(end).toLocaleLowerCase(knownLanguage(language ?? 'en'));
}
