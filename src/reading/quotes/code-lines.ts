import { call, get } from '../dom/node-property';

const NUMBERS = /(?:^|[\s_-])(?:line-?(?:nos?|num|numbers?)|linenos?|gutter|ln-numbers)(?:$|[\s_-])/iu;
/** More digits than the line numbers of any code. */
const LONGEST = 20_000;

/** Whether an element contains only the line numbers beside code. */
export function isLineNumbers(element: Element): boolean {
  const name = call(element, 'getAttribute', 'class');
  if (name === null || !NUMBERS.test(name)) return false;
  const text = get(element, 'textContent');
  return text.length <= LONGEST && /^[\d\s]+$/u.test(text);
}
