import { expect } from 'vitest';
import { clickOn, fillIn } from '../../../scripts/browsers/controls.ts';
import type { BrowserSession, TabView } from '../../../scripts/browsers/session.ts';

/** How long another machine may take to show what was done, in milliseconds. */
export const EXCHANGED = { timeout: 20_000 };

/** “My machines” of the options, in a tab. */
export class MachinesSection {
  private constructor(readonly tab: TabView) {}

  static async open(session: BrowserSession): Promise<MachinesSection> {
    return new MachinesSection(await session.openExtensionPage('options/index.html#machines'));
  }

  async waitFor(words: string): Promise<void> {
    await this.tab.bringToFront();
    const text = () => this.tab.run(() => document.querySelector('#machines')?.textContent ?? '');
    await expect.poll(text, EXCHANGED).toContain(words);
  }

  async click(button: string): Promise<void> {
    await this.tab.bringToFront();
    await clickOn(this.tab, button);
  }

  /** Joins with a hub code, as the first machine, or with a machine code. */
  async join(code: string, { isFirst = false } = {}): Promise<void> {
    await this.tab.bringToFront();
    await clickOn(this.tab, 'Join a workspace…');
    await fillIn(this.tab, 'Hub code or machine code', code);
    await this.tab.press('Tab');
    await this.tab.press('Enter');
    await this.waitFor('This machine will join');
    if (isFirst) await clickOn(this.tab, 'I have written down the recovery words');
    await clickOn(this.tab, 'Join');
    await this.waitFor('In sync.');
  }

  /** Makes a machine code from the hub code of another machine. */
  async makeMachineCode(hubCode: string): Promise<string> {
    await this.tab.bringToFront();
    await fillIn(this.tab, 'Hub code of the other machine', hubCode);
    await this.tab.press('Tab'); // a message above may move the button
    await this.tab.press('Enter');
    const read = () =>
      this.tab.run(() => document.querySelector<HTMLTextAreaElement>('#machines [readonly]')?.value ?? '');
    await expect.poll(read).toMatch(/^clipsheet-machine-1\./u);
    return read();
  }
}
