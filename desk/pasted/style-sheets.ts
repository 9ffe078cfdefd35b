import { renameMarksIn } from './mark-names';
import { splitOutside } from './stated-colours';
import { addSheetStyle } from './written-style';

/** A selector of a rule takes half a microsecond for each element; a step to an element around it a sixteenth of that. */
const MOST_MATCHES = 500_000;
const STEPS_OF_MATCH = 16;
/** In characters: all styles that elements get. */
const MOST_STYLES = 5_000_000;

interface Rule {
  selector: string;
  css: string;
  /** Of those that state the same, the last of the highest one counts. */
  specificity: number;
}

/**
 * Writes on the elements of pasted content what its style sheets say of them. Browsers apply none themselves: our content security policy forbids it.
 * Sheets that would take long are left out.
 */
export function applySheets(dom: Element): void {
  const sheets = [...(dom.ownerDocument === document ? dom : dom.ownerDocument).querySelectorAll('style')];
  const rules = sheets.flatMap(({ media, textContent }) =>
    matchMedia(media).matches ? rulesOf(textContent) : [],
  );
  if (rules.length === 0) return;
  const elements = dom.querySelectorAll('*');
  const steps = stepsIn(elements);
  const cost = ({ selector }: Rule) =>
    elements.length + (/[\s>+~]/u.test(selector) ? steps / STEPS_OF_MATCH : 0);
  if (rules.reduce((sum, rule) => sum + cost(rule), 0) > MOST_MATCHES) return;
  const matches = rules
    .toSorted((a, b) => a.specificity - b.specificity)
    .map(({ selector, css }) => ({ css, found: dom.querySelectorAll(selector) }));
  if (matches.reduce((sum, { css, found }) => sum + css.length * found.length, 0) > MOST_STYLES) return;
  for (const { css, found } of matches) for (const element of found) addSheetStyle(element, css);
}

function rulesOf(sheet: string): Rule[] {
  const parsed = new CSSStyleSheet();
  parsed.replaceSync(sheet);
  return styleRulesIn(parsed.cssRules).flatMap(({ selectorText, style }) =>
    splitOutside(selectorText, ',')
      .filter((selector) => !selector.includes(':has('))
      .map((selector) => ({
        selector: renameMarksIn(selector),
        css: style.cssText,
        specificity: specificityOf(selector),
      })),
  );
}

function styleRulesIn(rules: CSSRuleList): CSSStyleRule[] {
  return [...rules].flatMap((rule) => {
    if (rule instanceof CSSStyleRule) return rule;
    if (rule instanceof CSSMediaRule)
      return matchMedia(rule.conditionText).matches ? styleRulesIn(rule.cssRules) : [];
    const isSupported = rule instanceof CSSSupportsRule && CSS.supports(rule.conditionText);
    return isSupported ? styleRulesIn(rule.cssRules) : [];
  });
}

/** About: names, classes and elements, as numbers of three digits. */
function specificityOf(selector: string): number {
  const count = (pattern: RegExp) => selector.match(pattern)?.length ?? 0;
  return count(/#/gu) * 1e6 + count(/[.[]|(?<!:):(?!:)/gu) * 1e3 + count(/(?<![\w.#:[-])[a-z]/giu);
}

/** How many elements are around all elements together. */
function stepsIn(elements: Iterable<Element>): number {
  const depths = new Map<Element | null, number>();
  let steps = 0;
  for (const element of elements) {
    const depth = (depths.get(element.parentElement) ?? 0) + 1;
    depths.set(element, depth);
    steps += depth;
  }
  return steps;
}
