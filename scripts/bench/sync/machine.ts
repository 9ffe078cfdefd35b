import { ChromiumSession } from '../../browsers/chromium.ts';
import type { ChromiumTab } from '../../browsers/chromium-view.ts';
import { openDesk } from '../../browsers/desk.ts';
import { MachinesSection } from '../../browsers/machines-section.ts';
import { waitFor } from '../../browsers/session.ts';
import { startProxy, type FaultyProxy } from '../../hub/proxy.ts';
import type { TestHub } from '../../hub/server.ts';
import { parseHubCode, printHubCode } from '../../../src/sync/codes.ts';
import { CLIPS_IN_ISSUE, CLIPS_ON_DESK, fillArchive, isIndexed } from '../archive.ts';

/** What all machines of a measurement share. */
export interface Surroundings {
  hub: TestHub;
  /** The folder of the built product. */
  extension: string;
  /** Of the server of news pages. */
  proxyPort: number;
}

const INDEXING_LIMIT = 600_000;
const EXCHANGE_LIMIT = 1_200_000;

/** A real browser with the built product, which reaches the hub over a proxy of its own, which counts. */
export class BenchMachine {
  private options: MachinesSection<ChromiumTab> | undefined;

  private constructor(
    readonly session: ChromiumSession,
    readonly network: FaultyProxy,
    private readonly hub: TestHub,
  ) {}

  static async open({ hub, extension, proxyPort }: Surroundings): Promise<BenchMachine> {
    const session = await ChromiumSession.open({ extension, proxyPort });
    const network = await startProxy({ targets: hub.servers.map(({ port }) => port) });
    return new BenchMachine(session, network, hub);
  }

  /** Gives it this many clips, all with saved texts, and waits until they are indexed. Returns the desk. */
  async fill(clips: number): Promise<ChromiumTab> {
    const desk = await openDesk(this.session);
    await fillArchive(desk, 1 + Math.ceil((clips - CLIPS_ON_DESK) / CLIPS_IN_ISSUE));
    await desk.page.reload();
    await waitFor('the index of the search', () => isIndexed(desk), INDEXING_LIMIT);
    return desk;
  }

  async join(name: string, from?: BenchMachine): Promise<void> {
    const section = await this.section();
    await section.join(await this.codeFor(name, from), { isFirst: !from, timeLimit: EXCHANGE_LIMIT });
  }

  /** All of joining but the last click. */
  async prepareToJoin(name: string, from: BenchMachine): Promise<MachinesSection<ChromiumTab>> {
    const section = await this.section();
    await section.enter(await this.codeFor(name, from));
    return section;
  }

  async closeOptions(): Promise<void> {
    await this.options?.tab.close();
    this.options = undefined;
  }

  async close(): Promise<void> {
    await this.session.close();
    await this.network.close();
  }

  private async section(): Promise<MachinesSection<ChromiumTab>> {
    return (this.options ??= await MachinesSection.open(this.session));
  }

  private async codeFor(name: string, from: BenchMachine | undefined): Promise<string> {
    const code = { ...parseHubCode(await this.hub.addMachine(name)), address: this.network.address };
    const section = await from?.section();
    return section === undefined ? printHubCode(code) : section.makeMachineCode(printHubCode(code));
  }
}
