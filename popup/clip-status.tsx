import type { Clip } from '../src/news/clip';
import type { Capture, Unreadable } from '../src/browser/page-capture';
import { Button } from '../src/ui/button';
import { Notice } from '../src/ui/banner';
import { useTranslate, type MessageKey, type Translate } from '../src/ui/translation-context';
import type { ArticleContext } from './article-context';

interface ArticleStandingProps {
  context: ArticleContext;
  onOpenClip: (clipId: string) => void;
  onReadAgain: () => void;
}

const READ_AGAIN_KEYS = { shown: 'F5', aria: 'F5' };

/** Warns before the analyst writes: the article has been clipped before, or its page could not be read. */
export function ClipStatus({ context, onOpenClip, onReadAgain }: ArticleStandingProps) {
  const translate = useTranslate();
  const { capture, found, isReadingAgain = false } = context;
  const clip = found?.current ?? found?.earlier?.clip;
  const trouble = capture && describeTrouble(capture, translate);
  return (
    <>
      {trouble && (
        <Notice
          tone="warning"
          actions={
            trouble.canPass && (
              <Button look="quiet" keys={READ_AGAIN_KEYS} isBusy={isReadingAgain} onClick={onReadAgain}>
                {translate('popupReadAgain')}
              </Button>
            )
          }
        >
          {isReadingAgain ? translate('popupReading') : trouble.words}
        </Notice>
      )}
      {context.isFirstInIncognito === true && <Notice>{translate('popupIncognito')}</Notice>}
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
    </>
  );
}

const REASONS: Record<Unreadable, MessageKey> = {
  forbidden: 'popupForbidden',
  'no-answer': 'popupNoAnswer',
  'no-article': 'popupNoArticle',
};

/** What prevents a page from being read completely, and whether reading it again may help. */
function describeTrouble(
  capture: Capture,
  translate: Translate,
): { words: string; canPass: boolean } | undefined {
  if ('unreadable' in capture)
    return { words: translate(REASONS[capture.unreadable]), canPass: capture.unreadable === 'no-answer' };
  const { isLoading = false, isSelectionUnread = false, errorStatus } = capture.page;
  if (isLoading) return { words: translate('popupLoading'), canPass: true };
  if (isSelectionUnread) return { words: translate('uiSelectionUnread'), canPass: true };
  if (errorStatus === undefined) return undefined;
  const isMissing = errorStatus === 404 || errorStatus === 410;
  return {
    words: translate(isMissing ? 'popupNotFound' : 'popupServerError', String(errorStatus)),
    canPass: true,
  };
}

/** “Already clipped on Tuesday, 2 quotes.” */
function describeClip(clip: Clip, translate: Translate): string {
  const day = sayWhen(clip.clippedAt, translate);
  return clip.quotes.length === 0
    ? translate('popupClipped', day)
    : translate('popupClippedWithQuotes', day, translate('popupQuotes', clip.quotes.length));
}

function describeEarlier(found: ArticleContext['found'], translate: Translate): string {
  const { clip, issue } = found?.earlier ?? {};
  if (!clip) return '';
  const day = sayWhen(clip.clippedAt, translate);
  return issue?.title === undefined
    ? translate('popupClippedEarlier', day)
    : translate('popupClippedInIssue', day, issue.title);
}

/** The time today, “yesterday”, the weekday within the last six days, otherwise the date, in the analyst's time zone. */
function sayWhen(clippedAt: string, translate: Translate): string {
  const clipped = new Date(clippedAt);
  const startOfDay = (daysAgo: number) => {
    const day = new Date();
    day.setDate(day.getDate() - daysAgo);
    return day.setHours(0, 0, 0, 0);
  };
  const write = (form: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(translate('languageOfStrings'), form).format(clipped);
  if (clipped.getTime() >= startOfDay(0)) return translate('popupWhenToday', write({ timeStyle: 'short' }));
  if (clipped.getTime() >= startOfDay(1)) return translate('popupWhenYesterday');
  const isThisWeek = clipped.getTime() >= startOfDay(6);
  return translate('popupWhenOn', write(isThisWeek ? { weekday: 'long' } : { dateStyle: 'long' }));
}
