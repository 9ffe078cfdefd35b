import type { ComponentChildren } from 'preact';
import { useTranslate, type MessageKey } from '../../src/ui/translation-context';

/** The parts of the page in their order: what the table of contents names, and where its links lead. */
export const SECTIONS = [
  { id: 'masthead', needsDatabase: true, title: 'optionsMasthead' },
  { id: 'sections', needsDatabase: true, title: 'optionsSections' },
  { id: 'outlets', needsDatabase: true, title: 'optionsOutlets' },
  { id: 'languages', needsDatabase: true, title: 'optionsLanguages' },
  { id: 'style', needsDatabase: true, title: 'optionsStyle' },
  { id: 'checks', needsDatabase: true, title: 'optionsChecks' },
  { id: 'popup', needsDatabase: true, title: 'optionsPopup' },
  { id: 'machines', needsDatabase: true, title: 'optionsMachines' },
  { id: 'backup', needsDatabase: false, title: 'optionsBackup' },
  { id: 'storage', needsDatabase: false, title: 'optionsStorage' },
  { id: 'diagnosis', needsDatabase: false, title: 'diagnosisTitle' },
  { id: 'shortcut', needsDatabase: false, title: 'optionsShortcut' },
] as const satisfies readonly { id: string; needsDatabase: boolean; title: MessageKey }[];
export type SectionId = (typeof SECTIONS)[number]['id'];

interface PartProps {
  id: SectionId;
  /** What it is for, in a sentence or two. */
  introduction: string;
  children: ComponentChildren;
}

export function SettingsSection({ id, introduction, children }: PartProps) {
  const translate = useTranslate();
  const title = SECTIONS.find((part) => part.id === id)?.title;
  return (
    <section id={id} class="part" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title && translate(title)}</h2>
      <p class="part-introduction">{introduction}</p>
      {children}
    </section>
  );
}
