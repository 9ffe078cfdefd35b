import { isUnsorted, type Clip } from '../news/clip';
import type { Section } from '../news/issue';
import { Menu, type MenuItem } from './menu';
import { useTranslate } from './translation-context';

interface SectionMenuProps {
  sections: readonly Section[];
  /** Its own section is marked. Absent: several clips are moved. */
  clip?: Clip;
  /** Absent: it says only that something is moved. */
  label?: string;
  /** Offered before the sections. */
  before?: readonly MenuItem[];
  /** `undefined`: to the inbox. */
  onChoose: (sectionId: string | undefined) => void;
}

/** A menu that asks to which section something is moved. */
export function SectionMenu({ sections, clip, label, before = [], onChoose }: SectionMenuProps) {
  const translate = useTranslate();
  return (
    <Menu
      icon="file"
      isIconOnly
      heading={translate('deskMoveTo')}
      items={[
        ...before,
        ...sections.map(({ id, title }, place) => ({
          key: id,
          label: `${place + 1} ${title}`,
          isChosen: clip === undefined ? undefined : clip.sectionId === id,
          onChoose: () => onChoose(id),
        })),
        {
          key: 'unsorted',
          label: translate('uiInbox'),
          isChosen: clip === undefined ? undefined : isUnsorted(clip, { sections }),
          onChoose: () => onChoose(undefined),
        },
      ]}
    >
      {label ?? translate('deskMoveTo')}
    </Menu>
  );
}
