import { Component, h, type ComponentChildren, type ComponentType } from 'preact';

/** A component that draws anew only when one of its props is another than before; of those named, if any are. */
export function memo<Props extends object>(
  Drawn: ComponentType<Props>,
  drawnFrom?: readonly (keyof Props)[],
): ComponentType<Props> {
  return class Memo extends Component<Props> {
    override shouldComponentUpdate(next: Readonly<Props>): boolean {
      const names = drawnFrom ?? (Object.keys({ ...this.props, ...next }) as (keyof Props)[]);
      return names.some((name) => this.props[name] !== next[name]);
    }

    render(): ComponentChildren {
      return h<Props>(Drawn, this.props);
    }
  };
}
