import { afterDrawing, type FocusHandlers } from '../state/focus';

export const SIDE_FOCUS: FocusHandlers = {
  detail: ({ field }) =>
    afterDrawing(() => document.querySelector<HTMLElement>(`[data-detail=${field}] input`)?.focus()),
  clipLink: ({ address }) =>
    afterDrawing(() => {
      const link = document.querySelector<HTMLElement>(`.issue-preview a[href="${CSS.escape(address)}"]`);
      link?.focus({ preventScroll: true });
      link?.scrollIntoView({ block: 'center' });
    }),
};
