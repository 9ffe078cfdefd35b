import { beforeEach, describe, expect, it, vi } from 'vitest';
import { runInFrames } from '../../src/browser/frame-script';
import { injectIntoPage, runInPage } from '../../src/browser/page-script';

interface Result {
  frameId: number;
  result: unknown;
}

const { executeScript } = vi.hoisted(() => ({ executeScript: vi.fn<() => Promise<Result[]>>() }));
vi.mock('webextension-polyfill', () => ({ default: { scripting: { executeScript } } }));
vi.mock('../../src/browser/time-limit', () => ({ answerWithin: (answer: Promise<unknown>) => answer }));

const REFUSAL = new Error('Cannot access contents of the page.');
const ANSWER = [{ frameId: 0, result: 'read' }];
const READERS: [name: string, read: () => Promise<unknown>, answer: unknown][] = [
  ['injects a file', () => injectIntoPage({ tabId: 7 }, 'reader.js'), 'read'],
  ['calls a function', () => runInPage({ tabId: 7 }, 'reader.js', () => 0, []), 'read'],
  ['calls it in each frame', () => runInFrames(7, 'reader.js', () => 0), [{ frameId: 0, answer: 'read' }]],
];

describe.each(READERS)('a page in which a gesture %s', (_, read, answer) => {
  beforeEach(() => {
    executeScript.mockReset().mockResolvedValue(ANSWER);
  });

  it('is read although it refuses at first, because it has yet to learn of the permission', async () => {
    executeScript.mockRejectedValueOnce(REFUSAL);
    expect(await read()).toEqual(answer);
  });

  it('is not read if it refuses again', async () => {
    executeScript.mockRejectedValue(REFUSAL);
    await expect(read()).rejects.toThrow(REFUSAL);
    expect(executeScript).toHaveBeenCalledTimes(2);
  });
});

it.each([
  ['only a frame of a page', [{ frameId: 3, result: 'advertisement' }]],
  ['no frame of a page', []],
])('a page of frames is read although at first %s runs the script', async (_, results) => {
  executeScript.mockReset().mockResolvedValue(ANSWER).mockResolvedValueOnce(results);
  expect(await runInFrames(7, 'reader.js', () => 0)).toEqual([{ frameId: 0, answer: 'read' }]);
});
