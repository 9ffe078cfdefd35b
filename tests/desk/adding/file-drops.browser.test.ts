import { expect, it, onTestFinished } from 'vitest';
import { refuseFileDrops } from '../../../desk/file-drops';

function drop(type: 'dragover' | 'drop', fill: (data: DataTransfer) => void): DragEvent {
  const dataTransfer = new DataTransfer();
  fill(dataTransfer);
  const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
  document.body.dispatchEvent(event);
  return event;
}

it.each(['dragover', 'drop'] as const)(
  'does not let the browser open a file in place of the desk: %s',
  (type) => {
    onTestFinished(refuseFileDrops());
    const file = drop(
      type,
      (data) => void data.items.add(new File(['<p>'], 'page.html', { type: 'text/html' })),
    );
    expect(file.defaultPrevented).toBe(true);
    expect(drop(type, (data) => data.setData('text/plain', 'Words')).defaultPrevented).toBe(false);
  },
);
