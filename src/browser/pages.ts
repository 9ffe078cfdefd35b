import browser from 'webextension-polyfill';

/** Opens the desk in a tab, with a clip if one is given. */
export async function openDesk(params: { clip?: string } = {}): Promise<void> {
  const query = new URLSearchParams(params).toString();
  await browser.tabs.create({
    url: browser.runtime.getURL(`desk/index.html${query === '' ? '' : `?${query}`}`),
  });
}

export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
}
