import { tidyLine } from '../../src/news/text/plain-text';
import { separateFields } from '../../src/newsletter/front-matter';
import { TARGETS, type Target, type TargetId } from '../../src/newsletter/targets';
import type { MessageKey } from '../../src/ui/translation-context';
import type { DeskContent } from '../state/desk-content';
import { assembleShownIssue, shownStyle } from './composed-issue';

type FieldName = Target['fields'][number];

/** A part of the shown issue for which the target has a field of its own. */
export interface ShownField {
  name: FieldName;
  words: string;
}

/** What the button says that copies a part, and what is said afterwards. */
export const FIELD_WORDS: Readonly<Record<FieldName, { copy: MessageKey; copied: MessageKey }>> = {
  title: { copy: 'deskCopyTitle', copied: 'deskTitleCopied' },
  subtitle: { copy: 'deskCopySubtitle', copied: 'deskSubtitleCopied' },
};

/** The parts of the issue that are pasted by themselves, in order. Front matter contains them. */
export function fieldsOfShown(content: DeskContent, id: TargetId): ShownField[] {
  const target: Target = TARGETS[id];
  if (target.frontMatter !== 'none') return [];
  const issue = assembleShownIssue(content);
  return separateFields(target, shownStyle(content)).flatMap((name) => {
    const words = tidyLine(issue[name] ?? '');
    return words === undefined ? [] : [{ name, words }];
  });
}
