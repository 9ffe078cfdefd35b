import { render, type ComponentChild } from 'preact';
import { onTestFinished } from 'vitest';
import { Translation } from '../src/ui/translation-context';
import { translate } from './desk/english';

/** Shows a part of a page, in English, until the test has finished. */
export function renderPart(part: ComponentChild): void {
  const body = document.body.appendChild(document.createElement('main'));
  render(<Translation value={translate}>{part}</Translation>, body);
  onTestFinished(() => {
    render(null, body);
    body.remove();
  });
}
