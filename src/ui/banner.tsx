import type { ComponentChildren } from 'preact';
import { Icon } from './icon';
import './banner.css';

export type Tone = 'plain' | 'success' | 'warning' | 'danger';

interface NoticeProps {
  tone?: Tone | undefined;
  children: ComponentChildren;
  /** Buttons: Undo first. */
  actions?: ComponentChildren;
}

/** A sentence about the state of things, with what can be done about it. To have it read out, put it into a Status. */
export function Notice({ tone = 'plain', children, actions }: NoticeProps) {
  return (
    <div class={`notice notice-${tone}`}>
      {tone === 'success' && <Icon name="tick" />}
      {(tone === 'warning' || tone === 'danger') && <Icon name="warning" />}
      <p>{children}</p>
      {actions !== undefined && <div class="notice-actions">{actions}</div>}
    </div>
  );
}
