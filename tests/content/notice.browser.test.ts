import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { NoticeOfClip } from '../../src/content/notice-content';
import '../../src/content/notice';

const NOTICE: NoticeOfClip = {
  clipId: 'c1',
  headline: '中方：全天候战略伙伴',
  section: 'Energy',
  strings: {
    language: 'en',
    name: 'Clipsheet',
    saved: 'Clipped to',
    undo: 'Undo',
    comment: 'Comment',
    close: 'Close',
    failed: 'No answer.',
  },
};

let root: ShadowRoot | undefined;
let answer: () => Promise<unknown>;
const sendMessage = vi.fn(() => answer());

beforeEach(() => {
  const attachShadow = Reflect.get<Element, 'attachShadow'>(Element.prototype, 'attachShadow');
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    const made = attachShadow.call(this, init);
    root = made;
    return made;
  });
  vi.stubGlobal('browser', { runtime: { sendMessage } });
  answer = () => Promise.resolve('Undone.');
});

afterEach(() => {
  globalThis.clipsheetNotice.hideNotice();
  document.querySelectorAll('style[data-test], dialog').forEach((element) => element.remove());
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  sendMessage.mockClear();
});

function show(change: Partial<NoticeOfClip> = {}): HTMLElement {
  globalThis.clipsheetNotice.showNotice({ ...NOTICE, ...change });
  return box();
}

function box(): HTMLElement {
  const found = root?.querySelector<HTMLElement>('.box');
  if (!found) throw new Error('There is no notice');
  return found;
}

function button(name: string): HTMLButtonElement {
  const found = [...box().querySelectorAll('button')].find(
    (each) => each.ariaLabel === name || each.textContent === name,
  );
  if (found === undefined) throw new Error(`There is no button ${name}`);
  return found;
}

/** As a person does: a locator does not reach into a closed shadow root. */
async function click(name: string): Promise<void> {
  await expect.poll(words).not.toBe('');
  const { x, y, width, height } = button(name).getBoundingClientRect();
  const page = document.documentElement.getBoundingClientRect();
  const position = { x: x + width / 2 - page.x, y: y + height / 2 - page.y };
  await userEvent.click(document.documentElement, { position, force: true });
}

const words = () => box().querySelector('[role=status]')?.textContent;

function addStyle(css: string): void {
  const style = document.createElement('style');
  style.dataset['test'] = '';
  style.textContent = css;
  document.head.append(style);
}

describe('the notice', () => {
  it('says what was clipped and where it went, to be read out', async () => {
    show();
    expect(words()).toBe('');
    await expect.poll(words).toBe('中方：全天候战略伙伴Clipped to Energy');
  });

  it('is shown above all that the page has', () => {
    expect(show().matches(':popover-open')).toBe(true);
  });

  it.each([
    'html * { display: none !important; visibility: hidden !important }',
    'div { position: static !important; width: 0 !important; overflow: hidden !important; opacity: 0 !important }',
    '@layer x { html * { display: none !important } } ::backdrop { background: red !important }',
    'html { font-size: 1px; color: red; direction: rtl }',
  ])('stays as it is under a style sheet such as %s', (css) => {
    addStyle(css);
    const notice = show();
    expect(notice.getBoundingClientRect().width).toBeGreaterThan(200);
    expect(notice.checkVisibility({ opacityProperty: false, visibilityProperty: true })).toBe(true);
    expect(getComputedStyle(notice).fontSize).toBe('14px');
    expect(getComputedStyle(notice).direction).toBe('ltr');
    expect(getComputedStyle(notice, '::backdrop').display).toBe('none');
  });

  it('can be used while the page has a modal dialog open', async () => {
    const dialog = document.createElement('dialog');
    document.body.append(dialog);
    dialog.showModal();
    show();
    await click('Undo');
    expect(sendMessage).toHaveBeenCalledOnce();
  });

  it('replaces the one before', () => {
    show();
    const first = root?.host;
    show();
    expect(first?.isConnected).toBe(false);
    expect(root?.host.isConnected).toBe(true);
  });

  it('leaves no node behind', () => {
    const before = document.documentElement.childElementCount;
    show();
    globalThis.clipsheetNotice.hideNotice();
    expect(document.documentElement.childElementCount).toBe(before);
  });

  it('says why nothing was stored, with nothing to undo, and stays for a minute', () => {
    vi.useFakeTimers();
    globalThis.clipsheetNotice.showNotice({ problem: 'The disk is full.', strings: NOTICE.strings });
    vi.advanceTimersByTime(59_000);
    expect(box().innerText.trim()).toMatch(/^The disk is full\.\s+×$/u);
    vi.advanceTimersByTime(1_000);
    expect(box().isConnected).toBe(false);
  });

  it('bears being removed by the page', async () => {
    show();
    root?.host.remove();
    answer = () => Promise.reject(new Error('gone'));
    button('Undo').click();
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(() => show()).not.toThrow();
  });
});

describe('its buttons', () => {
  it('undo, and say what the answer says', async () => {
    show();
    await click('Undo');
    expect(sendMessage).toHaveBeenCalledExactlyOnceWith({ clipId: 'c1', action: 'undo' });
    await expect.poll(words).toBe('Undone.');
    expect(button('Undo').checkVisibility()).toBe(false);
  });

  it('ask for a comment, and then the notice goes', async () => {
    answer = () => Promise.resolve(undefined);
    show();
    await click('Comment');
    expect(sendMessage).toHaveBeenCalledExactlyOnceWith({ clipId: 'c1', action: 'comment' });
    await expect.poll(() => root?.host.isConnected).toBe(false);
  });

  it('say so when no answer comes', async () => {
    answer = () => Promise.reject(new Error('The extension was updated'));
    show();
    await click('Undo');
    await expect.poll(words).toBe('No answer.');
  });

  it('say so when the extension is gone', async () => {
    vi.stubGlobal('browser', undefined);
    vi.stubGlobal('chrome', undefined);
    show();
    await click('Undo');
    await expect.poll(words).toBe('No answer.');
  });

  it('do nothing for a script of the page', () => {
    show();
    button('Undo').click();
    button('Close').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(sendMessage).not.toHaveBeenCalled();
    expect(root?.host.isConnected).toBe(true);
  });

  it('are reached and used with the keyboard', async () => {
    show();
    button('Undo').focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(words).toBe('Undone.');
    expect(root?.activeElement).toBe(button('Close'));
  });
});

describe('the notice goes', () => {
  it('on its close button', async () => {
    show();
    await click('Close');
    expect(root?.host.isConnected).toBe(false);
  });

  it('on Escape, and the focus goes back to where it was', async () => {
    const field = document.createElement('input');
    document.body.append(field);
    field.focus();
    show();
    button('Undo').focus();
    await userEvent.keyboard('{Escape}');
    expect(root?.host.isConnected).toBe(false);
    expect(document.activeElement).toBe(field);
    field.remove();
  });

  it('after six seconds', () => {
    vi.useFakeTimers();
    show();
    vi.advanceTimersByTime(5_900);
    expect(root?.host.isConnected).toBe(true);
    vi.advanceTimersByTime(200);
    expect(root?.host.isConnected).toBe(false);
  });

  it('after a minute at the latest where it has the focus', () => {
    vi.useFakeTimers();
    show();
    button('Undo').focus();
    vi.advanceTimersByTime(59_000);
    expect(root?.host.isConnected).toBe(true);
    vi.advanceTimersByTime(2_000);
    expect(root?.host.isConnected).toBe(false);
  });

  it('some time after it has lost the focus', () => {
    vi.useFakeTimers();
    show();
    button('Undo').focus();
    vi.advanceTimersByTime(20_000);
    button('Undo').blur();
    vi.advanceTimersByTime(5_900);
    expect(root?.host.isConnected).toBe(true);
    vi.advanceTimersByTime(200);
    expect(root?.host.isConnected).toBe(false);
  });
});
