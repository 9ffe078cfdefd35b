import { afterDrawing } from '../state/focus';

const FIELD = '.outline-search input';
const RESULT = '.search-results .result';
/** Milliseconds that Enter waits for results. */
const PATIENCE = 5_000;

/**
 * Keys of the search: arrows move from the field into the results and back, Enter in the field opens the first result, Escape ends
 * the search.
 */
export function moveInSearch(event: KeyboardEvent, onEnd: () => void): void {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const isInField = event.target instanceof HTMLInputElement;
  if (event.key === 'Escape') onEnd();
  else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') moveBy(event.key === 'ArrowDown' ? 1 : -1);
  else if (event.key === 'Enter' && isInField) openFirst(performance.now() + PATIENCE);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function moveBy(step: 1 | -1): void {
  const stops = [...document.querySelectorAll<HTMLElement>(`${FIELD}, ${RESULT}`)];
  const here = stops.findIndex((stop) => stop === document.activeElement);
  stops[Math.max(0, here + step)]?.focus();
}

/** The results of the last key may still be searched for. */
function openFirst(until: number): void {
  const results = document.querySelector('.search-results');
  if (results?.ariaBusy !== 'true') document.querySelector<HTMLElement>(RESULT)?.click();
  else if (performance.now() < until) afterDrawing(() => openFirst(until));
}
