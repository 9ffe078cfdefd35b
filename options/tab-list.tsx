import { useLayoutEffect } from 'preact/hooks';
import { useTranslate } from '../src/ui/translation-context';
import type { OptionsTab } from './controls/settings-section';

interface TabListProps {
  tabs: readonly OptionsTab[];
  shown: OptionsTab | undefined;
}

/** The links to the tabs. The one that is shown also names the page. */
export function TabList({ tabs, shown }: TabListProps) {
  const translate = useTranslate();
  const heading = translate('optionsHeading');
  useLayoutEffect(() => {
    document.title = shown ? `${translate(shown.title)} – ${heading}` : heading;
  }, [shown, heading, translate]);
  return (
    <nav class="page-contents" aria-label={translate('optionsContents')}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.title}>
            <a href={`#${tab.sections[0]}`} aria-current={tab === shown ? 'page' : undefined}>
              {translate(tab.title)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
