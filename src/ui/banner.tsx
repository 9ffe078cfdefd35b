import type { ComponentChildren } from 'preact';
import { Icon } from './icon';
import './banner.css';

export type Tone = 'plain' | 'success' | 'warning' | 'danger';

interface NoticeProps {
  tone?: Tone | undefined;
  children: ComponentChildren;
  /** Buttons; Undo comes first. */
  actions?: ComponentChildren;
}

/** A message about the state of something, with the actions for it. Screen readers announce it only inside a Status. */
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
