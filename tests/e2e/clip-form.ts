import type { View } from '../../scripts/browsers/session.ts';

/** The values of the popup's fields by label, without empty ones, and the words of its quotes as they are drawn. */
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

/** The messages of the popup: about the article, and about the last action. */
export function readWords(popup: View): Promise<string> {
  return popup.run(() =>
    [...document.querySelectorAll('[role=status] p, [role=alert] p')]
      .map((line) => line.textContent)
      .join('\n'),
  );
}
