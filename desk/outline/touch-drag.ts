/** Milliseconds that a finger must rest on a line to start a drag. Browsers detect a long press after 400 or more. */
const LONG_PRESS = 350;
/** CSS pixels that a resting finger may move; if it moves farther, the page scrolls. */
const SLACK = 10;

/**
 * Implements dragging by touch within an element: the finger rests on something draggable until the drag starts, and then moves
 * to where it should be dropped. The events of HTML's drag and drop are made from the touches, so that their listeners need not
 * know. A finger that starts a drag and does not move clicks with Control instead: it selects.
 *
 * Some browsers start a drag on a long press (Chromium; Firefox on Windows), others open a menu. Both are prevented, so that a
 * finger does the same everywhere.
 */
export function dragByTouch(container: HTMLElement): () => void {
  let finger: Finger | undefined;
  const onTouchStart = (event: TouchEvent) => {
    finger?.cancel(); // a second finger zooms or is accidental
    const [touch, another] = event.touches;
    const { target } = event;
    const line = target instanceof Element ? target.closest<HTMLElement>('[draggable="true"]') : null;
    if (touch !== undefined && another === undefined && line !== null) finger = new Finger(line, touch);
  };
  // Not passive, because the browser would otherwise scroll before it asks whether a moving finger drags.
  container.addEventListener('touchstart', onTouchStart, { passive: false });
  return () => {
    container.removeEventListener('touchstart', onTouchStart);
    finger?.cancel();
  };
}

type Place = Pick<Touch, 'clientX' | 'clientY'>;

/** One touch on a line, from its start until it has scrolled, tapped, selected or dropped. */
class Finger {
  private readonly begun: Place;
  private readonly lifted = new AbortController();
  private readonly rest = setTimeout(() => this.takeUp(), LONG_PRESS);
  /** The dragged data. Absent until the drag starts. */
  private load: DataTransfer | undefined;
  private hasMoved = false;
  private readonly label = document.createElement('div');

  constructor(
    private readonly line: HTMLElement,
    private place: Place & { target: EventTarget },
  ) {
    this.begun = place;
    // Touch events go to the element on which the touch began, even if that has been drawn elsewhere since.
    const { target } = place;
    this.listen(target, 'touchmove', (event) => this.move(event as TouchEvent));
    this.listen(target, 'touchend', (event) => this.lift(event));
    this.listen(target, 'touchcancel', () => this.cancel());
    this.listen(window, 'scroll', () => this.hover());
    // Suppresses the browser's own long press. The library takes a moving pointer as the sign that the drag has ended.
    this.listen(window, 'contextmenu', (event) => this.claim(event));
    this.listen(window, 'dragstart', (event) => event.isTrusted && this.claim(event));
    this.listen(window, 'pointermove', (event) => this.load && event.stopImmediatePropagation());
  }

  cancel(): void {
    if (this.load !== undefined) {
      this.send('dragend', this.line);
      this.send('dragover', document.documentElement); // the library removes its guard against mouse events on this event
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
    else this.end(); // the line cannot be dragged
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
    event.preventDefault(); // prevents scrolling
    this.place = touch;
    this.hasMoved ||= hasLeft;
    this.moveLabel();
    this.hover();
  }

  private lift(event: Event): void {
    const hasLoad = this.load !== undefined;
    if (hasLoad) event.preventDefault(); // prevents a click
    if (this.hasMoved && this.hover()) this.send('drop', this.below());
    this.cancel();
    if (hasLoad && !this.hasMoved)
      this.line.dispatchEvent(new MouseEvent('click', { bubbles: true, ctrlKey: true }));
  }

  /** Whether the element below the finger accepts the dragged data. */
  private hover(): boolean {
    return this.load !== undefined && !this.send('dragover', this.below());
  }

  private below(): Element {
    return document.elementFromPoint(this.place.clientX, this.place.clientY) ?? document.documentElement;
  }

  /** Returns `false` if the event's default was prevented, which for `dragover` means that it can be dropped there. */
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

  /** Shows the name of the dragged item above the finger, which covers the item. */
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
