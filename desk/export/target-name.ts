import { TARGETS, type TargetId } from '../../src/newsletter/targets';
import type { Translate } from '../../src/ui/translation-context';

/** The name of a target, which is the same in all languages except for email. */
export function nameTarget(id: TargetId, translate: Translate): string {
  return id === 'email' ? translate('deskTargetEmail') : TARGETS[id].name;
}
