import { TARGET_IDS, TARGETS, type TargetId } from '../../src/newsletter/targets';
import type { Translate } from '../../src/ui/translation-context';

/** The targets that take rich text; the others take the Markdown. */
export const RICH_TARGETS = TARGET_IDS.filter((id) => TARGETS[id].format === 'html');

/** What people call a target: its own name, but email has a name in every language. */
export function nameTarget(id: TargetId, translate: Translate): string {
  return id === 'email' ? translate('deskTargetEmail') : TARGETS[id].name;
}
