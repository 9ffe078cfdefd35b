/** A popup that opens says so here. The name is short, because the popup must be small. */
export const POPUP_CHANNEL = 'popup';

/** How long a popup takes to show the article, the issue and the draft, and a little more, in milliseconds. */
const PAUSE = 700;
/** How long nothing pauses after that, however many popups are opened, in milliseconds. */
const GAP = 1_500;

/** Lets a popup that opens wait for no more than what is being written at that moment. */
export class PopupPause {
  private readonly channel = new BroadcastChannel(POPUP_CHANNEL);
  private until = -Infinity;

  constructor() {
    this.channel.addEventListener('message', () => {
      const now = performance.now();
      if (now > this.until + GAP) this.until = now + PAUSE;
    });
  }

  /** Resolves when no popup has been opened just now. */
  async wait(): Promise<void> {
    const rest = this.until - performance.now();
    if (rest > 0) await new Promise((resolve) => setTimeout(resolve, rest));
  }

  end(): void {
    this.channel.close();
  }
}
