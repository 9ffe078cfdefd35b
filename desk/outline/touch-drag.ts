/** Milliseconds for which a finger rests on a line to take it up. Browsers call a press long after 400 or more. */
const LONG_PRESS = 350;
/** CSS pixels that a resting finger may move; one that moves farther scrolls. */
const SLACK = 10;

/**
 * Lets a finger drag what the mouse drags within an element: it rests on something draggable until that is taken up, and goes
 * where it is to be dropped. The events of HTML's drag and drop are made of its touches, so that whoever listens to those need
 * not know. One that has taken something up and goes nowhere clicks as a mouse does with Control: it selects.
 *
 * Some browsers make a drag of a long press themselves (Chromium; Firefox on Windows), others open a menu: both are refused, so that
 * a finger does the same everywhere.
 */
export function dragByTouch(container: HTMLElement): () => void {
  let finger: Finger | undefined;
  const onTouchStart = (event: TouchEvent) => {
    finger?.cancel(); // a second finger zooms, or has come by mistake
    const [touch, another] = event.touches;
    const { target } = event;
    const line = target instanceof Element ? target.closest<HTMLElement>('[draggable="true"]') : null;
    if (touch !== undefined && another === undefined && line !== null) finger = new Finger(line, touch);
  };
  // Not passive: else the browser would scroll before it asks whether a finger that moves drags.
  container.addEventListener('touchstart', onTouchStart, { passive: false });
  return () => {
    container.removeEventListener('touchstart', onTouchStart);
    finger?.cancel();
  };
}

type Place = Pick<Touch, 'clientX' | 'clientY'>;

/** A finger on a line, from when it comes down until it has scrolled, tapped or dropped. */
class Finger {
  private readonly begun: Place;
  private readonly lifted = new AbortController();
  private readonly rest = setTimeout(() => this.takeUp(), LONG_PRESS);
  /** What is dragged, once it is. */
  private load: DataTransfer | undefined;
  private hasMoved = false;
  private readonly label = document.createElement('div');

  constructor(
    private readonly line: HTMLElement,
    private place: Place & { target: EventTarget },
  ) {
    this.begun = place;
    // Touches belong to what they began on, even when that is drawn elsewhere meanwhile.
    const { target } = place;
    this.listen(target, 'touchmove', (event) => this.move(event as TouchEvent));
    this.listen(target, 'touchend', (event) => this.lift(event));
    this.listen(target, 'touchcancel', () => this.cancel());
    this.listen(window, 'scroll', () => this.hover());
    // The browser's own long press is ours; the library takes a pointer that moves as the sign that the drag is over.
    this.listen(window, 'contextmenu', (event) => this.claim(event));
    this.listen(window, 'dragstart', (event) => event.isTrusted && this.claim(event));
    this.listen(window, 'pointermove', (event) => this.load && event.stopImmediatePropagation());
  }

  cancel(): void {
    if (this.load !== undefined) {
      this.send('dragend', this.line);
      this.send('dragover', document.documentElement); // at which the library removes its trap for a mouse’s events
    }
    this.end();
  }

  private listen(target: EventTarget, type: string, listener: (event: Event) => void): void {
    target.addEventListener(type, listener, { capture: true, passive: false, signal: this.lifted.signal });
  }

  private claim(event: Event): void {
    event.preventDefault();
    event.stopImmediatePropagation();
    this.takeUp();
  }

  private takeUp(): void {
    if (this.load !== undefined) return;
    clearTimeout(this.rest);
    this.load = new DataTransfer();
    this.load.setDragImage = (image) => (this.label.textContent = image.textContent);
    if (this.send('dragstart', this.line)) this.showLabel();
    else this.end(); // the line is none to be dragged
  }

  private move(event: TouchEvent): void {
    const [touch] = event.touches;
    if (touch === undefined) return;
    const { clientX, clientY } = this.begun;
    const hasLeft = Math.hypot(touch.clientX - clientX, touch.clientY - clientY) > SLACK;
    if (this.load === undefined) {
      if (hasLeft) this.end();
      return;
    }
    event.preventDefault(); // nothing scrolls
    this.place = touch;
    this.hasMoved ||= hasLeft;
    this.moveLabel();
    this.hover();
  }

  private lift(event: Event): void {
    const hasLoad = this.load !== undefined;
    if (hasLoad) event.preventDefault(); // nothing is clicked on
    if (this.hasMoved && this.hover()) this.send('drop', this.below());
    this.cancel();
    if (hasLoad && !this.hasMoved)
      this.line.dispatchEvent(new MouseEvent('click', { bubbles: true, ctrlKey: true }));
  }

  /** Whether what is below would take what is dragged. */
  private hover(): boolean {
    return this.load !== undefined && !this.send('dragover', this.below());
  }

  private below(): Element {
    return document.elementFromPoint(this.place.clientX, this.place.clientY) ?? document.documentElement;
  }

  /** Gives false where the event's default was prevented: for `dragover` that means it may be dropped there. */
  private send(type: 'dragstart' | 'dragover' | 'drop' | 'dragend', target: Element): boolean {
    const { clientX, clientY } = this.place;
    return target.dispatchEvent(
      new DragEvent(type, {
        clientX,
        clientY,
        dataTransfer: this.load ?? null,
        bubbles: true,
        cancelable: true,
        composed: true,
      }),
    );
  }

  /** What is dragged, above the finger, which hides what lies below it. */
  private showLabel(): void {
    const { left, width } = this.line.getBoundingClientRect();
    const name = this.line.querySelector('.outline-headline, .outline-title');
    this.label.className = 'drag-label';
    this.label.ariaHidden = 'true';
    this.label.dir = 'auto';
    this.label.textContent ||= name?.textContent ?? '';
    Object.assign(this.label.style, { left: `${left}px`, maxWidth: `${width}px` });
    this.moveLabel();
    document.body.append(this.label);
  }

  private moveLabel(): void {
    this.label.style.top = `${this.place.clientY}px`;
  }

  private end(): void {
    clearTimeout(this.rest);
    this.lifted.abort();
    this.label.remove();
    this.load = undefined;
  }
}
