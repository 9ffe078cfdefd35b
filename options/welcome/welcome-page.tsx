import type { ComponentChildren } from 'preact';
import type { Shortcuts } from '../../src/browser/shortcut';
import { Button } from '../../src/ui/button';
import { useTranslate, type MessageKey } from '../../src/ui/translation-context';
import { useBrowserSetting } from '../controls/use-browser-setting';
import './welcome.css';
import type { SampleArticle } from './sample-article';

interface WelcomePageProps {
  sample: SampleArticle;
  /** How this browser pins a button. */
  pinning: MessageKey;
  /** The item of the context menu that clips a passage, as this browser names it. */
  quoteItem: MessageKey;
  readIsInToolbar: () => Promise<boolean>;
  readShortcuts: () => Promise<Shortcuts>;
  openShortcutSettings: () => Promise<void>;
}

/** What to do after the installation, in the order in which it is done. */
export function WelcomePage(props: WelcomePageProps) {
  const { sample, pinning, quoteItem, readIsInToolbar, readShortcuts, openShortcutSettings } = props;
  const translate = useTranslate();
  const isInToolbar = useBrowserSetting(readIsInToolbar);
  const keys = useBrowserSetting(readShortcuts);
  return (
    <main>
      {/* No h1: that would be read as the headline of the sample article. */}
      <p class="title" role="heading" aria-level={1}>
        {translate('welcomeTitle')}
      </p>
      <p class="introduction">{translate('welcomeIntroduction')}</p>
      <ol class="steps">
        <Step title={translate('welcomeButton')}>
          <p role="status">{translate(isInToolbar === true ? 'welcomeButtonIsThere' : pinning)}</p>
        </Step>
        <Step title={translate('optionsShortcut')}>
          <p>
            {translate('welcomeShortcut')}{' '}
            {keys && (keys.popup === undefined ? translate('optionsShortcutNone') : <kbd>{keys.popup}</kbd>)}
          </p>
          <div>
            <Button icon="open" onClick={() => void openShortcutSettings()}>
              {translate('optionsShortcutChange')}
            </Button>
          </div>
        </Step>
        <Step title={translate('welcomeClip')}>
          <p>{translate('welcomeClipHow')}</p>
          <p>
            {translate('welcomeQuoteHow', translate(quoteItem))}
            {keys?.quote !== undefined && (
              <>
                {' '}
                {translate('welcomeShortcut')} <kbd>{keys.quote}</kbd>
              </>
            )}
          </p>
          <Sample sample={sample} />
          <p>
            <a href="../desk/index.html">{translate('optionsDesk')}</a>
          </p>
          <p class="soft">{translate('welcomeElsewhere')}</p>
        </Step>
        <Step title={translate('welcomeData')}>
          <p>{translate('welcomeDataWhere')}</p>
        </Step>
        <Step title={translate('optionsBackup')}>
          <p>{translate('welcomeBackup')}</p>
          <p>
            <a href="index.html#backup">{translate('welcomeOpenBackup')}</a>
          </p>
        </Step>
      </ol>
    </main>
  );
}

function Step({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <li class="step">
      <h2>{title}</h2>
      {children}
    </li>
  );
}

function Sample({ sample }: { sample: SampleArticle }) {
  const translate = useTranslate();
  const date = new Date(`${sample.day}T12:00`).toLocaleDateString(translate('languageOfStrings'), {
    dateStyle: 'long',
  });
  return (
    <article class="sample-article" aria-labelledby="sample-headline">
      <p class="soft">{sample.outlet}</p>
      <h3 id="sample-headline">{sample.headline}</h3>
      <p class="dek">{sample.dek}</p>
      <p class="soft">
        {sample.byline} · <time dateTime={sample.day}>{date}</time>
      </p>
      {sample.paragraphs.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </article>
  );
}
