import type { ComponentChildren, Ref, TargetedMouseEvent } from 'preact';
import './button.css';
import { Icon, type IconName } from './icon';

interface ButtonProps {
  children: ComponentChildren;
  onClick?: (event: TargetedMouseEvent<HTMLButtonElement>) => void;
  /** `primary`: the main action; `quiet`: without a border unless hovered; `danger`: deletes something. */
  look?: 'primary' | 'plain' | 'quiet' | 'danger';
  icon?: IconName;
  /** Only the icon is visible; the text is the accessible name and the tooltip, and must be a plain string. */
  isIconOnly?: boolean;
  /** The shortcut as users read it (`Ctrl ↵`), and in the form of `aria-keyshortcuts` (`Control+Enter`). */
  keys?: { shown: string; aria: string };
  isDisabled?: boolean;
  /** Work is in progress; the button stays enabled and keeps the focus. */
  isBusy?: boolean;
  buttonRef?: Ref<HTMLButtonElement>;
  /** For menus: the state, and the kind of element that the button opens. */
  hasPopup?: 'menu' | 'listbox' | 'dialog';
  isExpanded?: boolean;
  isPressed?: boolean;
  type?: 'button' | 'submit';
}

/** A native button; its `type` is `button` by default. */
export function Button({
  children,
  onClick,
  look = 'plain',
  icon,
  isIconOnly = false,
  keys,
  isDisabled,
  isBusy,
  buttonRef = null,
  hasPopup,
  isExpanded,
  isPressed,
  type = 'button',
}: ButtonProps) {
  const name = isIconOnly && typeof children === 'string' ? children : undefined;
  return (
    <button
      type={type}
      class={`button button-${look}${isIconOnly ? ' button-icon-only' : ''}`}
      ref={buttonRef}
      onClick={onClick}
      disabled={isDisabled}
      aria-busy={isBusy}
      aria-label={name}
      title={name}
      aria-keyshortcuts={keys?.aria}
      aria-haspopup={hasPopup}
      aria-expanded={isExpanded}
      aria-pressed={isPressed}
    >
      {icon && <Icon name={icon} />}
      {!isIconOnly && <span>{children}</span>}
      {keys && <kbd aria-hidden="true">{keys.shown}</kbd>}
    </button>
  );
}
