import { Component, h, type ComponentChildren, type ComponentType } from 'preact';

/** A component that is drawn again only when one of its props has changed, or one of the named props, if any are named. */
export function memo<Props extends object>(
  Drawn: ComponentType<Props>,
  drawnFrom?: readonly (keyof Props)[],
): ComponentType<Props> {
  return class Memo extends Component<Props> {
    override shouldComponentUpdate(next: Readonly<Props>): boolean {
      const before = this.props;
      const isOther = (name: keyof Props) => before[name] !== next[name];
      if (drawnFrom !== undefined) return drawnFrom.some(isOther);
      for (const name in next) if (isOther(name)) return true;
      for (const name in before) if (!(name in next)) return true;
      return false;
    }

    render(): ComponentChildren {
      return h<Props>(Drawn, this.props);
    }
  };
}
