import { createContext, type ComponentChildren } from 'preact';
import { useContext, useLayoutEffect, useRef } from 'preact/hooks';
import { useTranslate, type MessageKey } from '../../src/ui/translation-context';

const SECTIONS = {
  masthead: 'optionsMasthead',
  newsletters: 'optionsNewsletters',
  sections: 'optionsSections',
  checks: 'optionsChecks',
  style: 'optionsStyle',
  outlets: 'optionsOutlets',
  languages: 'optionsLanguages',
  popup: 'optionsPopup',
  shortcut: 'optionsShortcut',
  machines: 'optionsMachines',
  backup: 'optionsBackup',
  storage: 'optionsStorage',
  diagnosis: 'diagnosisTitle',
} as const satisfies Record<string, MessageKey>;
export type SectionId = keyof typeof SECTIONS;

export interface OptionsTab {
  title: MessageKey;
  /** The address of a tab is that of its first section: `#style`. */
  sections: readonly [SectionId, ...SectionId[]];
  /** Whether some of its sections work without the database. */
  worksAlone?: true;
}

/** What is shown at a time, in the order of the list of links. */
export const TABS: readonly OptionsTab[] = [
  { title: 'optionsNewsletter', sections: ['masthead', 'sections', 'checks', 'newsletters'] },
  { title: 'optionsStyle', sections: ['style'] },
  { title: 'optionsTabOutlets', sections: ['outlets', 'languages'] },
  { title: 'optionsTabSaving', sections: ['popup', 'shortcut'], worksAlone: true },
  { title: 'optionsMachines', sections: ['machines'] },
  { title: 'optionsTabBackup', sections: ['backup', 'storage'], worksAlone: true },
  { title: 'diagnosisTitle', sections: ['diagnosis'], worksAlone: true },
];

/** The tab that is shown. */
export const ShownTab = createContext<OptionsTab | undefined>(undefined);

interface PartProps {
  id: SectionId;
  /** What it is for, in a sentence or two. */
  introduction: string;
  children: ComponentChildren;
}

/**
 * A section of a tab. It stays rendered while another tab is shown, so that long work goes on and what was typed is kept. The
 * browser's search finds its words and shows it.
 */
export function SettingsSection({ id, introduction, children }: PartProps) {
  const translate = useTranslate();
  const tab = useContext(ShownTab);
  const isShown = tab?.sections.includes(id) === true;
  const isFirst = tab?.sections[0] === id;
  const ref = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    // It is drawn after the browser has looked for it.
    if (location.hash === `#${id}` && !isFirst) ref.current?.scrollIntoView();
    // oxlint-disable-next-line react/exhaustive-deps -- once, when it has been drawn
  }, []);
  return (
    <section
      id={id}
      ref={ref}
      class="part"
      aria-labelledby={`${id}-title`}
      hidden={isShown ? false : 'until-found'}
    >
      <h2 id={`${id}-title`} tabIndex={-1}>
        {translate(SECTIONS[id])}
      </h2>
      <p class="part-introduction">{introduction}</p>
      {children}
    </section>
  );
}
