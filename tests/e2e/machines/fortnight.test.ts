import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileInPopup } from '../../../scripts/browsers/clip-filing.ts';
import { clickOn, exportAs, fillIn } from '../../../scripts/browsers/controls.ts';
import { openDesk } from '../../../scripts/browsers/desk.ts';
import type { BrowserName } from '../../../scripts/browsers/find.ts';
import type { TabView } from '../../../scripts/browsers/session.ts';
import { findNatsServer } from '../../../scripts/hub/nats-server.ts';
import { startProxy, type FaultyProxy } from '../../../scripts/hub/proxy.ts';
import { startHub, type TestHub } from '../../../scripts/hub/server.ts';
import type { Responder } from '../../../scripts/samples/server.ts';
import { parseHubCode, printHubCode } from '../../../src/sync/codes.ts';
import { readClipForm } from '../clip-form.ts';
import { openNewsroom, type Newsroom } from '../newsroom.ts';
import { readClips, readIssues } from '../stored.ts';
import { EXCHANGED, MachinesSection } from '../../../scripts/browsers/machines-section.ts';

const LONG = 180_000;
/** The longer a machine was offline, the longer it waits before it tries again, in milliseconds. */
const RECONNECTED = { timeout: 60_000 };

/** An article for each number: `http://gazette.example/7`. */
const ARTICLES: Responder = ({ pathname }, response) => {
  const number = pathname.slice(1);
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(`<!doctype html><html lang="en"><head><title>Harbour report ${number}</title>
    <meta property="og:site_name" content="The Gazette"></head><body><article><h1>Harbour report ${number}</h1>
    <p>In report ${number} the harbour said nothing new. ${'It gave no figure. '.repeat(9)}</p></article></body></html>`);
};

/** A browser of the analyst that has joined the workspace. */
class Machine {
  private constructor(
    private readonly room: Newsroom,
    readonly section: MachinesSection,
    private desk: TabView,
  ) {}

  static async open(browser: BrowserName): Promise<Machine> {
    const room: Newsroom = await openNewsroom(browser, { responders: { 'gazette.example': ARTICLES } });
    return new Machine(room, await MachinesSection.open(room.session), await openDesk(room.session));
  }

  /** Clips articles, each with a comment of its own, into a section. */
  async clip(numbers: readonly number[], section: string): Promise<void> {
    const tab = await this.room.session.openTab('about:blank');
    for (const number of numbers) {
      await tab.goTo(`http://gazette.example/${number}`);
      const popup = await this.room.session.clickToolbarButton();
      await expect.poll(() => readClipForm(popup)).toHaveProperty('Headline');
      await fileInPopup(popup, { comment: `Words on report ${number}.`, section });
    }
    await tab.close();
  }

  async nameIssue(title: string): Promise<void> {
    await this.desk.bringToFront();
    await fillIn(this.desk, 'Title of the issue', title);
    await expect.poll(async () => (await readIssues(this.desk)).map((issue) => issue.title)).toContain(title);
  }

  async click(button: string): Promise<void> {
    await this.desk.bringToFront();
    await clickOn(this.desk, button);
  }

  async copyMarkdown(): Promise<string> {
    await this.desk.bringToFront();
    await exportAs(this.desk, 'Copy Markdown');
    await this.waitFor('Markdown copied.');
    return this.desk.readClipboard('text/plain');
  }

  /** Opens the issue with this title at the desk. */
  async show(title: string): Promise<void> {
    const titles = async () => (await readIssues(this.desk)).map((issue) => issue.title);
    await expect.poll(titles, EXCHANGED).toContain(title);
    const issue = (await readIssues(this.desk)).find((each) => each.title === title);
    const before = this.desk;
    this.desk = await this.room.session.openExtensionPage(`desk/index.html#issue=${issue?.id}`);
    await before.close();
    await this.waitFor(title);
  }

  async waitFor(words: string): Promise<void> {
    await expect.poll(() => this.desk.run(() => document.body.innerText)).toContain(words);
  }

  async count(): Promise<number> {
    return (await readClips(this.desk)).length;
  }

  close(): Promise<void> {
    return this.room.close();
  }
}

const hasServer = findNatsServer() !== undefined;
if (!hasServer) console.warn('Skipped, because nats-server is missing: apt-get install nats-server');

/** A laptop and a desktop of one analyst. Each test continues where the one before ended. */
describe.skipIf(!hasServer)('a fortnight on two machines', { timeout: LONG }, () => {
  let hub: TestHub;
  let network: FaultyProxy; // of the laptop
  let laptop: Machine;
  let desktop: Machine;
  let firstIssue: string;
  beforeAll(async () => {
    hub = await startHub();
    network = await startProxy({ targets: hub.servers.map(({ port }) => port) });
    [laptop, desktop] = await Promise.all([Machine.open('chromium'), Machine.open('firefox')]);
  });
  afterAll(async () => {
    await Promise.all([laptop.close(), desktop.close()]);
    await network.close();
    await hub.stop();
  });

  const codeByNetwork = async (name: string) =>
    printHubCode({ ...parseHubCode(await hub.addMachine(name)), address: network.address });

  it('begins with an issue that both fill, and one of them publishes', async () => {
    await laptop.section.join(await codeByNetwork('laptop'), { isFirst: true });
    const code = await laptop.section.makeMachineCode(await hub.addMachine('desktop'));
    await desktop.section.join(code);
    await laptop.nameIssue('Week 1');
    await laptop.clip([1, 2], 'Harbours');
    await expect.poll(() => desktop.count(), EXCHANGED).toBe(2);
    await desktop.show('Week 1');
    await desktop.clip([3], 'Harbours');
    await expect.poll(() => laptop.count(), EXCHANGED).toBe(3);
    await desktop.click('Mark as published');
    await desktop.waitFor('Correct this issue…');
    firstIssue = await desktop.copyMarkdown();
    for (const number of [1, 2, 3]) expect(firstIssue).toContain(`Words on report ${number}.`);
    await laptop.show('Week 1');
    expect(await laptop.copyMarkdown()).toBe(firstIssue);
    await desktop.click('New issue');
    await desktop.nameIssue('Week 2');
    await laptop.show('Week 2');
  });

  it('loses nothing that either clips while the laptop is away for a week', async () => {
    network.goOffline(true);
    await laptop.section.waitFor('Offline since');
    await laptop.clip([4, 5], 'Tides');
    await desktop.clip([6, 5], 'Tides'); // both clip the fifth
    expect(await desktop.count()).toBe(5);
    network.goOffline(false);
    await expect.poll(() => laptop.count(), RECONNECTED).toBe(6);
    for (const { section } of [laptop, desktop]) await section.waitFor('In sync.');
    await expect.poll(() => desktop.count(), EXCHANGED).toBe(6);
  });

  it('goes on with a new laptop, which gets everything, after the old one was lost', async () => {
    await laptop.close();
    await desktop.section.click('Remove “laptop”…');
    await desktop.section.waitFor('npm run hub -- remove laptop');
    await desktop.section.click('Remove');
    await desktop.section.waitFor('“laptop” was removed.');
    await hub.removeMachine('laptop');
    laptop = await Machine.open('chromium');
    await laptop.section.join(await desktop.section.makeMachineCode(await codeByNetwork('new-laptop')));
    await expect.poll(() => laptop.count(), EXCHANGED).toBe(6);
    await laptop.show('Week 1');
    expect(await laptop.copyMarkdown()).toBe(firstIssue);
    await laptop.show('Week 2');
  });

  it('fills the hub again after its disk was lost', async () => {
    await hub.wipe();
    await laptop.section.waitFor('Offline since');
    await laptop.clip([7], 'Tides');
    await hub.restart();
    await expect.poll(() => desktop.count(), RECONNECTED).toBe(7);
    for (const { section } of [laptop, desktop]) await section.waitFor('In sync.');
  });

  it('ends with the same issue on both, with every word once', async () => {
    await desktop.show('Week 2');
    const issue = await desktop.copyMarkdown();
    for (const number of [4, 5, 6, 7]) expect(issue.split(`Words on report ${number}.`)).toHaveLength(2);
    await laptop.show('Week 2');
    expect(await laptop.copyMarkdown()).toBe(issue);
    await laptop.show('Week 1');
    expect(await laptop.copyMarkdown()).toBe(firstIssue);
  });
});
