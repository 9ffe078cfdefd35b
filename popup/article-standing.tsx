import type { Clip } from '../src/news/clip';
import type { Unreadable } from '../src/browser/page-capture';
import { Button } from '../src/ui/button';
import { Notice } from '../src/ui/notice';
import { Status } from '../src/ui/status';
import { useTranslate, type MessageKey, type Translate } from '../src/ui/translation';
import type { Facts } from './facts';

interface ArticleStandingProps {
  facts: Facts;
  onOpenClip: (clipId: string) => void;
}

/** What the analyst has to know of the article before writing: it is clipped already, or could not be read. */
export function ArticleStanding({ facts, onOpenClip }: ArticleStandingProps) {
  const translate = useTranslate();
  const { capture, found } = facts;
  const clip = found?.current ?? found?.earlier?.clip;
  return (
    <Status>
      {capture && 'unreadable' in capture && (
        <Notice tone="warning">{translate(REASONS[capture.unreadable])}</Notice>
      )}
      {clip && (
        <Notice
          actions={
            <Button look="quiet" onClick={() => onOpenClip(clip.id)}>
              {translate('popupOpenClip')}
            </Button>
          }
        >
          {found?.current ? describeClip(found.current, translate) : describeEarlier(found, translate)}
        </Notice>
      )}
    </Status>
  );
}

const REASONS: Record<Unreadable, MessageKey> = {
  forbidden: 'popupForbidden',
  'no-answer': 'popupNoAnswer',
  'no-article': 'popupNoArticle',
};

/** “Already clipped on Tuesday, 2 quotes.” */
function describeClip(clip: Clip, translate: Translate): string {
  const day = writeDayOfClipping(clip.clippedAt, translate('languageOfStrings'));
  return clip.quotes.length === 0
    ? translate('popupClipped', day)
    : translate('popupClippedWithQuotes', day, countQuotes(clip.quotes.length, translate));
}

function describeEarlier(found: Facts['found'], translate: Translate): string {
  const { clip, issue } = found?.earlier ?? {};
  if (!clip) return '';
  const day = writeDayOfClipping(clip.clippedAt, translate('languageOfStrings'));
  return issue?.title === undefined
    ? translate('popupClippedEarlier', day)
    : translate('popupClippedInIssue', day, issue.title);
}

/** The weekday within the last six days, else the date: in the analyst's own zone. */
function writeDayOfClipping(clippedAt: string, language: string): string {
  const clipped = new Date(clippedAt);
  const midnight = new Date().setHours(0, 0, 0, 0);
  const isThisWeek = clipped.getTime() > midnight - 6 * 24 * 60 * 60 * 1000;
  return new Intl.DateTimeFormat(language, isThisWeek ? { weekday: 'long' } : { dateStyle: 'long' }).format(
    clipped,
  );
}

/** Languages count in up to three ways: 1 цитата, 2 цитаты, 5 цитат. */
function countQuotes(count: number, translate: Translate): string {
  const form = new Intl.PluralRules(translate('languageOfStrings')).select(count);
  const key =
    form === 'one' ? 'popupQuotesOne' : form === 'few' ? 'popupQuotesFew' : ('popupQuotesMany' as const);
  return translate(key, String(count));
}
