import type { View } from '../../scripts/browsers/session.ts';

/** What stands in the popup's fields, by their labels, and the words of its quotes as they are drawn; empty fields are absent. */
export function readClipForm(popup: View): Promise<Record<string, string>> {
  return popup.run(() => {
    const fields = [...document.querySelectorAll('label')].flatMap((label) => {
      const { control } = label as HTMLLabelElement & { control: HTMLInputElement | null };
      return control === null || control.type === 'checkbox' || control.value === ''
        ? []
        : [[label.textContent, control.value]];
    });
    const quotes = [...document.querySelectorAll<HTMLElement>('.quote')].flatMap((quote) => {
      const words = quote.querySelector<HTMLElement>('.quote-words')?.innerText;
      return words === undefined ? [] : [[quote.ariaLabel ?? '', words]];
    });
    return Object.fromEntries([...fields, ...quotes]) as Record<string, string>;
  });
}

/** What the popup says: of the article, and of what was done last. */
export function readWords(popup: View): Promise<string> {
  return popup.run(() =>
    [...document.querySelectorAll('[role=status] p, [role=alert] p')]
      .map((line) => line.textContent)
      .join('\n'),
  );
}
