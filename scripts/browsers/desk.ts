import { waitFor, type TabView } from './session.ts';

/** Opens the desk in a new tab, and waits until it is drawn. */
export async function openDesk<Tab extends TabView>(session: {
  openExtensionPage(path: string): Promise<Tab>;
}): Promise<Tab> {
  const desk = await session.openExtensionPage('desk/index.html');
  await waitFor('the desk', () => desk.run(() => document.querySelector('.manuscript') !== null));
  return desk;
}
