/** `clipsheet-2026-11-24-1530.jsonl`, in local time, so that the newest file is the last one in a folder. */
export function nameBackup(now: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-');
  return `clipsheet-${day}-${two(now.getHours())}${two(now.getMinutes())}.jsonl`;
}
