import type { TargetedKeyboardEvent } from 'preact';
import { useState } from 'preact/hooks';
import { useTranslate, type MessageKey } from '../../src/ui/translation-context';
import { FormatIcon, type FormatIconName } from './format-icon';
import { ariaKeys, shownKeys } from './key-names';

/** A button of the toolbar. */
export interface FormatTool {
  label: MessageKey;
  icon: FormatIconName;
  /** As ProseMirror writes keys: `Mod-Shift-8`. */
  keys?: string;
  /** Absent for tools that do not show a state. */
  isPressed?: boolean;
  onUse: () => void;
}

/** The tools for the text at the cursor (WAI-ARIA APG, toolbar): one tab stop, and arrow keys move from tool to tool. */
export function FormatBar({ tools, onEscape }: { tools: readonly FormatTool[]; onEscape: () => void }) {
  const translate = useTranslate();
  const [current, setCurrent] = useState(0);
  return (
    <div
      class="format-bar"
      role="toolbar"
      aria-label={translate('deskFormat')}
      // A click on a tool must not change the selection.
      onMouseDown={(event) => event.preventDefault()}
      onKeyDown={(event) => moveAmongTools(event, onEscape)}
    >
      {tools.map(({ label, icon, keys, isPressed, onUse }, place) => (
        <button
          key={label}
          type="button"
          class="button button-quiet button-icon-only"
          tabIndex={place === current ? 0 : -1}
          aria-label={translate(label)}
          aria-pressed={isPressed}
          aria-keyshortcuts={keys && ariaKeys(keys)}
          title={keys === undefined ? translate(label) : `${translate(label)} (${shownKeys(keys)})`}
          onFocus={() => setCurrent(place)}
          onClick={onUse}
        >
          <FormatIcon name={icon} />
        </button>
      ))}
    </div>
  );
}

function moveAmongTools(event: TargetedKeyboardEvent<HTMLElement>, onEscape: () => void) {
  const tools = [...event.currentTarget.querySelectorAll('button')];
  const here = tools.findIndex((tool) => tool === document.activeElement);
  const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl';
  const [onward, back] = isRtl ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
  if (event.key === onward) tools[(here + 1) % tools.length]?.focus();
  else if (event.key === back) tools.at(here - 1)?.focus();
  else if (event.key === 'Home') tools[0]?.focus();
  else if (event.key === 'End') tools.at(-1)?.focus();
  else if (event.key === 'Escape') onEscape();
  else return;
  event.preventDefault();
  event.stopPropagation();
}
