import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { NoticeOfClip } from '../../src/content/notice-content';
import '../../src/content/notice';

const NOTICE: NoticeOfClip = {
  clipId: 'c1',
  headline: '中方：全天候战略伙伴',
  saved: 'Clipped to',
  section: 'Energy',
  strings: {
    language: 'en',
    name: 'Clipsheet',
    open: 'Open the clip',
    close: 'Close',
    failed: 'No answer.',
  },
};

/** That of the cover, and that of the words, which is in it. */
let root: ShadowRoot | undefined;
let wordsRoot: ShadowRoot | undefined;
let answer: () => Promise<unknown>;
const sendMessage = vi.fn(() => answer());

beforeEach(() => {
  const attachShadow = Reflect.get<Element, 'attachShadow'>(Element.prototype, 'attachShadow');
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    const made = attachShadow.call(this, init);
    [root, wordsRoot] = this.className === 'words' ? [root, made] : [made, undefined];
    return made;
  });
  vi.stubGlobal('browser', { runtime: { sendMessage } });
  answer = () => Promise.resolve();
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
  const found = wordsRoot?.querySelector<HTMLElement>('.box');
  if (!found) throw new Error('There is no notice');
  return found;
}

function cover(): HTMLElement {
  const found = root?.querySelector<HTMLElement>('.box');
  if (!found) throw new Error('There is no cover');
  return found;
}

function button(name: string): HTMLButtonElement {
  const found = [...cover().querySelectorAll('button')].find((each) => each.ariaLabel === name);
  if (found === undefined) throw new Error(`There is no button ${name}`);
  return found;
}

/** Clicks like a user, because locators do not reach into closed shadow roots. */
async function click(name: string): Promise<void> {
  await expect.poll(words).not.toBe('');
  const { x, y, width, height } = button(name).getBoundingClientRect();
  const page = document.documentElement.getBoundingClientRect();
  const position = { x: x + width / 2 - page.x, y: y + height / 2 - page.y };
  await userEvent.click(document.documentElement, { position, force: true });
}

const words = () =>
  [...box().querySelectorAll<HTMLElement>('[role=status] [data-words]')]
    .map((part) => part.dataset['words'])
    .join('');

function addStyle(css: string): void {
  const style = document.createElement('style');
  style.dataset['test'] = '';
  style.textContent = css;
  document.head.append(style);
}

describe('the notice', () => {
  it('says what was clipped and where it was saved, for screen readers too', async () => {
    show();
    expect(words()).toBe('');
    await expect.poll(words).toBe('中方：全天候战略伙伴Clipped to Energy');
  });

  it('is shown above everything in the page', () => {
    expect(show().matches(':popover-open')).toBe(true);
  });

  it.each([
    'html * { display: none !important; visibility: hidden !important }',
    'div { position: static !important; width: 0 !important; overflow: hidden !important; opacity: 0 !important }',
    '@layer x { html * { display: none !important } } ::backdrop { background: red !important }',
    'html { font-size: 1px; color: red; direction: rtl }',
  ])('looks the same under a style sheet such as %s', (css) => {
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
    await click('Open the clip');
    expect(sendMessage).toHaveBeenCalledWith({ clipId: 'c1', action: 'open' });
  });

  it('replaces the one before', () => {
    show();
    const first = root?.host;
    show();
    expect(first?.isConnected).toBe(false);
    expect(root?.host.isConnected).toBe(true);
    expect(sendMessage).not.toHaveBeenCalled();
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
    expect(words()).toBe('The disk is full.');
    expect([...cover().querySelectorAll('button')].map((each) => each.ariaLabel)).toEqual(['Close']);
    vi.advanceTimersByTime(1_000);
    expect(box().isConnected).toBe(false);
  });

  it('tolerates being removed by the page', async () => {
    show();
    root?.host.remove();
    answer = () => Promise.reject(new Error('gone'));
    button('Open the clip').click();
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(() => show()).not.toThrow();
  });
});

describe('what a page could learn from it', () => {
  it('is no text, and no size', async () => {
    show();
    await expect.poll(words).not.toBe('');
    const short = box().getBoundingClientRect();
    expect(box().textContent).toBe('');
    show({ headline: 'A headline that is long '.repeat(40), section: 'A section that is long '.repeat(20) });
    await expect.poll(words).toContain('A section');
    expect(box().getBoundingClientRect()).toEqual(short);
    expect(button('Open the clip').getBoundingClientRect().bottom).toBeLessThan(short.bottom);
  });
});

describe('its button', () => {
  it('asks for the clip to be opened, and then the notice goes', async () => {
    show();
    await click('Open the clip');
    expect(sendMessage).toHaveBeenNthCalledWith(1, { clipId: 'c1', action: 'open' });
    await expect.poll(() => root?.host.isConnected).toBe(false);
    expect(sendMessage).toHaveBeenNthCalledWith(2, { clipId: 'c1', action: 'gone' });
  });

  it('says so when no answer comes', async () => {
    answer = () => Promise.reject(new Error('The extension was updated'));
    show();
    await click('Open the clip');
    await expect.poll(words).toBe('No answer.');
  });

  it('says so when the extension is gone', async () => {
    vi.stubGlobal('browser', undefined);
    vi.stubGlobal('chrome', undefined);
    show();
    await click('Open the clip');
    await expect.poll(words).toBe('No answer.');
  });

  it("ignores clicks of the page's scripts", () => {
    show();
    button('Open the clip').click();
    cover().dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(sendMessage).not.toHaveBeenCalled();
    expect(root?.host.isConnected).toBe(true);
  });

  it('is reached and used with the keyboard', async () => {
    show();
    button('Open the clip').focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => root?.host.isConnected).toBe(false);
    expect(sendMessage).toHaveBeenCalledWith({ clipId: 'c1', action: 'open' });
  });
});

describe('the notice goes', () => {
  it('on the button of an error, without telling the worker', async () => {
    globalThis.clipsheetNotice.showNotice({ problem: 'The disk is full.', strings: NOTICE.strings });
    await click('Close');
    expect(sendMessage).not.toHaveBeenCalled();
    expect(root?.host.isConnected).toBe(false);
  });

  it('on Escape, and the focus goes back to where it was', async () => {
    const field = document.createElement('input');
    document.body.append(field);
    field.focus();
    show();
    button('Open the clip').focus();
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
    expect(sendMessage).toHaveBeenCalledExactlyOnceWith({ clipId: 'c1', action: 'gone' });
  });

  it('after at most a minute while it has the focus', () => {
    vi.useFakeTimers();
    show();
    button('Open the clip').focus();
    vi.advanceTimersByTime(59_000);
    expect(root?.host.isConnected).toBe(true);
    vi.advanceTimersByTime(2_000);
    expect(root?.host.isConnected).toBe(false);
  });

  it('some time after it has lost the focus', () => {
    vi.useFakeTimers();
    show();
    button('Open the clip').focus();
    vi.advanceTimersByTime(20_000);
    button('Open the clip').blur();
    vi.advanceTimersByTime(5_900);
    expect(root?.host.isConnected).toBe(true);
    vi.advanceTimersByTime(200);
    expect(root?.host.isConnected).toBe(false);
  });
});
