import { clickOn, fillIn } from './controls.ts';
import { waitFor, type TabView } from './session.ts';

/** How long another machine may take to show what was done, in milliseconds. */
export const EXCHANGED = { timeout: 20_000 };

/** “My machines” of the options, in a tab. */
export class MachinesSection<Tab extends TabView = TabView> {
  private constructor(readonly tab: Tab) {}

  static async open<Tab extends TabView>(session: {
    openExtensionPage(path: string): Promise<Tab>;
  }): Promise<MachinesSection<Tab>> {
    return new MachinesSection(await session.openExtensionPage('options/index.html#machines'));
  }

  async waitFor(words: string, timeLimit = EXCHANGED.timeout): Promise<void> {
    await this.tab.bringToFront();
    let text = '';
    const read = () => this.tab.run(() => document.querySelector('#machines')?.textContent ?? '');
    const isThere = async () => (text = await read()).includes(words);
    await waitFor(`“${words}”`, isThere, timeLimit).catch((cause: unknown) => {
      throw new Error(`“My machines” says: ${text}`, { cause });
    });
  }

  async click(button: string): Promise<void> {
    await this.tab.bringToFront();
    await clickOn(this.tab, button);
  }

  /** Joins with a hub code, as the first machine, or with a machine code. Resolves when all is exchanged. */
  async join(code: string, { isFirst = false, timeLimit = EXCHANGED.timeout } = {}): Promise<void> {
    await this.enter(code, { isFirst });
    await clickOn(this.tab, 'Join');
    await this.waitFor('In sync.', timeLimit);
  }

  /** All of joining but the click on “Join”. */
  async enter(code: string, { isFirst = false } = {}): Promise<void> {
    await this.tab.bringToFront();
    await clickOn(this.tab, 'Join a workspace…');
    await fillIn(this.tab, 'Hub code or machine code', code);
    await this.tab.press('Tab');
    await this.tab.press('Enter');
    await this.waitFor('This machine will join');
    if (isFirst) await clickOn(this.tab, 'I have written down the recovery words');
  }

  /** Makes a machine code from the hub code of another machine. */
  async makeMachineCode(hubCode: string): Promise<string> {
    await this.tab.bringToFront();
    await fillIn(this.tab, 'Hub code of the other machine', hubCode);
    await this.tab.press('Tab'); // a message above may move the button
    await this.tab.press('Enter');
    const read = () =>
      this.tab.run(() => document.querySelector<HTMLTextAreaElement>('#machines [readonly]')?.value ?? '');
    return waitFor('the machine code', async () => {
      const code = await read();
      return code.startsWith('clipsheet-machine-1.') && code;
    });
  }
}
