import browser from 'webextension-polyfill';

/**
 * Shows the desk, with a clip if one is given: the desk that is open in a tab, else a new one. An open desk gets the clip in the
 * fragment of its address, so that it is not loaded again.
 */
export async function openDesk({ clip }: { clip?: string } = {}): Promise<void> {
  const fragment = clip === undefined ? '' : `#${new URLSearchParams({ clip }).toString()}`;
  const desk = await findOpenDesk();
  if (desk === undefined) {
    await browser.tabs.create({ url: `${deskAddress()}${fragment}` });
    return;
  }
  const { tabId, windowId, documentUrl = deskAddress() } = desk;
  await browser.tabs.update(tabId, {
    active: true,
    ...(fragment !== '' && { url: `${documentUrl.replace(/#.*/u, '')}${fragment}` }),
  });
  await browser.windows.update(windowId, { focused: true });
}

function deskAddress(): string {
  return browser.runtime.getURL('desk/index.html');
}

async function findOpenDesk(): Promise<browser.Runtime.ExtensionContext | undefined> {
  const tabs = await browser.runtime.getContexts({ contextTypes: ['TAB'] });
  return tabs.find(({ documentUrl }) => documentUrl?.replace(/[?#].*/u, '') === deskAddress());
}

/** Opens the page that shows how to begin. */
export async function openWelcome(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('options/welcome.html') });
}

export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
}
