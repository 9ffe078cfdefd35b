import { TARGET_IDS, TARGETS, type TargetId } from '../../src/newsletter/targets';
import type { Translate } from '../../src/ui/translation';

/** The targets that take rich text; the others take the Markdown. */
export const RICH_TARGETS = TARGET_IDS.filter((id) => TARGETS[id].format === 'html');

const NAMES: Partial<Record<TargetId, string>> = {
  markdown: 'Markdown',
  buttondown: 'Buttondown',
  substack: 'Substack',
  ghost: 'Ghost',
  beehiiv: 'beehiiv',
  mailchimp: 'Mailchimp',
};

/** What people call a target. */
export function nameTarget(id: TargetId, translate: Translate): string {
  return NAMES[id] ?? translate('deskTargetEmail');
}
