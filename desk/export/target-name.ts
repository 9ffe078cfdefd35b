import { TARGETS, type TargetId } from '../../src/newsletter/targets';
import type { MessageKey, Translate } from '../../src/ui/translation-context';

/** The names that are not the same in all languages: as they are listed, and after “Copy for”, where some languages inflect them. */
const NAMES: Partial<Record<TargetId, Record<'listed' | 'copiedFor', MessageKey>>> = {
  email: { listed: 'deskTargetEmail', copiedFor: 'deskForEmail' },
  styledEmail: { listed: 'deskTargetStyledEmail', copiedFor: 'deskForStyledEmail' },
  wechat: { listed: 'deskTargetWechat', copiedFor: 'deskForWechat' },
};

export function nameTarget(
  id: TargetId,
  translate: Translate,
  form: 'listed' | 'copiedFor' = 'listed',
): string {
  const names = NAMES[id];
  return names === undefined ? TARGETS[id].name : translate(names[form]);
}
