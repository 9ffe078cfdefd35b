import { waitFor, type View } from './session.ts';

/** Waits until the popup says “Saved”, or has closed, which it does by itself only after saving. */
export async function waitUntilSaved(popup: View, timeLimit = 20_000): Promise<void> {
  await waitFor('“Saved”', async () => (await saysSaved(popup)) || !(await popup.isOpen()), timeLimit);
}

async function saysSaved(popup: View): Promise<boolean> {
  try {
    return await popup.run(() => document.querySelector('[role=status] .notice-success') !== null);
  } catch (error) {
    if (await popup.isOpen()) throw error;
    return true; // it closed while it was being asked
  }
}
