import { dayOf } from '../../news/text/day';

/** `clipsheet-2026-11-24-1530.jsonl`, in local time, so that the newest file is the last one in a folder. */
export function nameBackup(now: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `clipsheet-${dayOf(now)}-${two(now.getHours())}${two(now.getMinutes())}.jsonl`;
}
