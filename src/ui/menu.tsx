import type { ComponentChildren, TargetedKeyboardEvent } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from './button';
import type { IconName } from './icon';
import './menu.css';

export interface MenuItem {
  key: string;
  label: string;
  /** Small text after the label, such as the source of a value or a keyboard shortcut. */
  note?: string | undefined;
  /** For one of several choices: whether it is the current one. The menu opens there. Absent for actions. */
  isChosen?: boolean | undefined;
  /** For a switch: whether it is on. Absent for actions. */
  isOn?: boolean | undefined;
  onChoose: () => void;
}

interface MenuProps {
  /** The button's label; its accessible name if it shows only an icon. */
  children: string;
  /** A function if there may be many; it is called when the menu opens. */
  items: readonly MenuItem[] | (() => readonly MenuItem[]);
  icon?: IconName;
  isIconOnly?: boolean;
  look?: 'plain' | 'quiet' | 'primary';
  /** Shown above the items. */
  heading?: ComponentChildren;
}

/** A button with a menu (WAI-ARIA APG, menu button): arrows, Home, End, first letters, Escape. */
export function Menu({
  children,
  items,
  icon = 'down',
  isIconOnly = false,
  look = 'quiet',
  heading,
}: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const buttonRef = useRef<HTMLButtonElement>(null);
  const listRef = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    if (!isOpen || !listRef.current || !buttonRef.current) return;
    listRef.current.showPopover({ source: buttonRef.current });
    const chosen = listRef.current.querySelector<HTMLElement>('[role=menuitemradio][aria-checked=true]');
    (chosen ?? menuItems(listRef.current)[0])?.focus();
  }, [isOpen]);

  const close = () => {
    buttonRef.current?.focus();
    setOpen(false);
  };

  return (
    <div
      class="menu"
      onFocusOut={(event) => {
        if (event.relatedTarget instanceof Node && !event.currentTarget.contains(event.relatedTarget))
          setOpen(false);
      }}
      onKeyDown={(event) => {
        if (!isOpen && event.key === 'ArrowDown') openOn(event, () => setOpen(true));
        else if (isOpen && listRef.current) moveInMenu(event, listRef.current, close);
      }}
    >
      <Button
        buttonRef={buttonRef}
        look={look}
        icon={icon}
        isIconOnly={isIconOnly}
        hasPopup="menu"
        isExpanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {children}
      </Button>
      {isOpen && (
        <div ref={listRef} popover="manual" class="menu-list" role="menu" aria-label={children}>
          {heading !== undefined && <p class="menu-heading">{heading}</p>}
          {(typeof items === 'function' ? items() : items).map((item) => (
            <MenuButton key={item.key} item={item} onClose={close} />
          ))}
        </div>
      )}
    </div>
  );
}

/** An item of the menu. The menu closes before the item does its work, so that the work may move the focus. */
function MenuButton({ item, onClose }: { item: MenuItem; onClose: () => void }) {
  const kind = item.isOn === undefined ? (item.isChosen === undefined ? '' : 'radio') : 'checkbox';
  return (
    <button
      type="button"
      class="menu-item"
      tabIndex={-1}
      role={`menuitem${kind}`}
      aria-checked={item.isOn ?? item.isChosen}
      onClick={() => {
        onClose();
        item.onChoose();
      }}
    >
      <bdi dir="auto">{item.label}</bdi>
      {item.note !== undefined && <small>{item.note}</small>}
    </button>
  );
}

function menuItems(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('.menu-item')];
}

function openOn(event: KeyboardEvent, open: () => void) {
  event.preventDefault();
  open();
}

/** Handles a key in an open menu. Stops Escape, because the browser would close the popup on it. */
function moveInMenu(event: TargetedKeyboardEvent<HTMLElement>, list: HTMLElement, close: () => void) {
  const items = menuItems(list);
  const here = items.findIndex((item) => item === document.activeElement);
  const target = itemForKey(event, items, here);
  if (target !== undefined) target.focus();
  else if (event.key === 'Escape' || event.key === 'Tab') close();
  else return;
  if (event.key !== 'Tab') event.preventDefault();
  event.stopPropagation();
}

function itemForKey(event: KeyboardEvent, items: HTMLElement[], here: number): HTMLElement | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  switch (event.key) {
    case 'ArrowDown':
      return items[(here + 1) % items.length];
    case 'ArrowUp':
      return items.at(here <= 0 ? -1 : here - 1);
    case 'Home':
      return items[0];
    case 'End':
      return items.at(-1);
    default:
      return event.key.length === 1 && event.key !== ' '
        ? [...items.slice(here + 1), ...items.slice(0, here + 1)].find((item) =>
            item.textContent.toLocaleLowerCase().startsWith(event.key.toLocaleLowerCase()),
          )
        : undefined;
  }
}
