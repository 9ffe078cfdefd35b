/** How long work goes on before others get their turn, in milliseconds: far less than what is felt. */
const LONGEST_TURN = 10;

/**
 * Divides long work in a page, so that the page answers in between. It is measured in time, because one record can be as large as a
 * thousand others.
 */
export class WorkTurns {
  private start = performance.now();

  /** @param wait resolves in a later task. In a transaction, it makes a request: awaiting anything else would end the transaction. */
  constructor(private readonly wait: () => Promise<unknown> = nextTask) {}

  /** To be awaited after each step of the work: continues in a later task if the turn has been long enough. */
  async pass(): Promise<void> {
    if (performance.now() - this.start < LONGEST_TURN) return;
    await this.wait();
    this.start = performance.now();
  }
}

/** Without a timer, which browsers delay by a second in a tab that is not seen. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
