import type { TargetedKeyboardEvent } from 'preact';
import { Button } from '../../src/ui/button';
import { useTranslate } from '../../src/ui/translation-context';
import { AutosaveField } from '../controls/autosave-field';

interface SectionRowProps {
  title: string;
  /** Counted from 0. */
  place: number;
  /** How many sections there are. */
  count: number;
  findProblem: (text: string) => string | undefined;
  onRename: (text: string) => void;
  /** `place` may be out of range. `control` is a selector of the control that had the focus and keeps it. */
  onMove: (place: number, control: string) => void;
  onRemove: () => void;
}

/** A standing section: its number, its title, and the actions for it. */
export function SectionRow({
  title,
  place,
  count,
  findProblem,
  onRename,
  onMove,
  onRemove,
}: SectionRowProps) {
  const translate = useTranslate();
  const moveByKey = (event: TargetedKeyboardEvent<HTMLElement>) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? place - 1 : place + 1, 'input');
  };
  return (
    <li class="section-row" onKeyDown={moveByKey}>
      <span class="row-number" aria-hidden="true">
        {place + 1}
      </span>
      <AutosaveField
        label={translate('optionsSectionNumber', String(place + 1))}
        isLabelHidden
        value={title}
        findProblem={findProblem}
        onKeep={onRename}
      />
      <div class="row-actions">
        <Button
          look="quiet"
          icon="up"
          isIconOnly
          isDisabled={place === 0}
          onClick={() => onMove(place - 1, '.icon-up')}
        >
          {translate('optionsMoveUp', title)}
        </Button>
        <Button
          look="quiet"
          icon="down"
          isIconOnly
          isDisabled={place === count - 1}
          onClick={() => onMove(place + 1, '.icon-down')}
        >
          {translate('optionsMoveDown', title)}
        </Button>
        <Button look="quiet" icon="close" isIconOnly onClick={onRemove}>
          {translate('optionsRemove', title)}
        </Button>
      </div>
    </li>
  );
}
