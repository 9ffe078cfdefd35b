import { expect, it } from 'vitest';
import { ProseEditor } from '../../../desk/prose/prose-editor';
import { countDocuments } from '../../documents-in-memory';

it('no pasted content with a video stays in memory', async () => {
  const host = document.createElement('div');
  document.body.append(host);
  const editor = new ProseEditor(host, {
    markdown: '',
    attributes: {},
    onEdit: () => undefined,
    onUpdate: () => undefined,
  });
  const before = await countDocuments();
  for (let paste = 0; paste < 20; paste += 1) {
    editor.replace('');
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', '<p>words</p><video src="https://a.example/v"></video>');
    editor.view.dom.dispatchEvent(new ClipboardEvent('paste', { clipboardData, cancelable: true }));
    expect(editor.print()).toContain('words');
  }
  expect((await countDocuments()) - before).toBeLessThan(5);
  editor.destroy();
  host.remove();
});
