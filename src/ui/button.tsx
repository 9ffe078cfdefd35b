import type { ComponentChildren, Ref, TargetedMouseEvent } from 'preact';
import './button.css';
import { Icon, type IconName } from './icon';

interface ButtonProps {
  children: ComponentChildren;
  onClick?: (event: TargetedMouseEvent<HTMLButtonElement>) => void;
  /** `primary`: the one thing to do here; `quiet`: no border until it is pointed at; `danger`: takes away. */
  look?: 'primary' | 'plain' | 'quiet' | 'danger';
  icon?: IconName;
  /** Only the icon is seen; the words are its name and its tooltip. Give the words as a plain string. */
  isIconOnly?: boolean;
  /** Keys as people read them (`Ctrl ↵`), and as `aria-keyshortcuts` writes them (`Control+Enter`). */
  keys?: { shown: string; aria: string };
  isDisabled?: boolean;
  /** What is under way; the button keeps its place and its focus. */
  isBusy?: boolean;
  buttonRef?: Ref<HTMLButtonElement>;
  /** For menus: the state and the kind of what the button opens. */
  hasPopup?: 'menu' | 'listbox' | 'dialog';
  isExpanded?: boolean;
  isPressed?: boolean;
  type?: 'button' | 'submit';
}

/** A native button; `type` is `button` unless told. */
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
