import { writtenStyle } from './written-style';

/** A reference to a custom property, with nothing in brackets in the value that stands for it. */
const REFERENCE = /var\(\s*(--[^\s,()]+)\s*(?:,([^()]*))?\)/gu;
/** Values refer to others, which refer to others again. */
const MOST_ROUNDS = 5;
/** Values twice in a value, and so on, would be longer than any memory: so many characters of them are put in at a time. */
const LONGEST = 500;

/** The custom properties that pasted elements state, as they hold for the element that is being read. */
export class StatedVariables {
  /** By name; the last value is that of the innermost element. */
  private readonly values = new Map<string, string[]>();
  /** What is written in a style: most elements of a paste have the style of others. */
  private readonly written = new Map<string, readonly [name: string, value: string][]>();

  /** What `read` makes of an element, with the custom properties that it states. */
  within<Result>(element: Element, read: () => Result): Result {
    const style = writtenStyle(element);
    const stated = style.includes('--') ? this.statedIn(style) : [];
    for (const [name, value] of stated) this.valuesOf(name).push(value);
    // All of them are known now: they refer to one another in any order.
    const values = stated.map(([, value]) => this.resolve(value));
    for (const [at, [name]] of stated.entries()) this.valuesOf(name).splice(-1, 1, values[at] ?? '');
    const result = read();
    for (const [name] of stated) this.valuesOf(name).pop();
    return result;
  }

  /** Puts in the values of the custom properties that a style refers to, or else what stands for them. */
  resolve(style: string): string {
    let resolved = style;
    for (let round = 0; round < MOST_ROUNDS && resolved.includes('var('); round += 1) {
      let room = LONGEST;
      resolved = resolved.replace(REFERENCE, (used, name: string, instead?: string) => {
        const value = this.values.get(name)?.at(-1) ?? instead ?? used;
        room -= value.length;
        return room < 0 ? used : value;
      });
    }
    return resolved;
  }

  private valuesOf(name: string): string[] {
    const values = this.values.get(name) ?? [];
    this.values.set(name, values);
    return values;
  }

  private statedIn(style: string): readonly [string, string][] {
    const known = this.written.get(style) ?? customProperties(style);
    this.written.set(style, known);
    return known;
  }
}

/** The browser reads them, with comments, escapes and `!important`. */
function customProperties(written: string): [name: string, value: string][] {
  const { style } = document.createElement('span');
  style.cssText = written;
  const names = [...style].filter((name) => name.startsWith('--'));
  return names.map((name) => [name, style.getPropertyValue(name).slice(0, LONGEST)]);
}
