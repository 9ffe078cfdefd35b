import { TARGETS, type TargetId } from '../../src/newsletter/targets';
import type { MessageKey, Translate } from '../../src/ui/translation-context';

/** The names that are not the same in all languages. */
const NAMES: Partial<Record<TargetId, MessageKey>> = {
  email: 'deskTargetEmail',
  styledEmail: 'deskTargetStyledEmail',
  wechat: 'deskTargetWechat',
};

export function nameTarget(id: TargetId, translate: Translate): string {
  const name = NAMES[id];
  return name === undefined ? TARGETS[id].name : translate(name);
}
