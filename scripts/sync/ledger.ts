/** Which words were acknowledged, and what has become of them. */
export class WordLedger {
  readonly acknowledged = new Set<string>();
  /** Words of edits that were cut off: they may be there or not. */
  readonly uncertain = new Set<string>();

  get edits(): number {
    return this.acknowledged.size;
  }

  /** Counts each marked word in all texts of a machine's records. */
  check(records: unknown): { lost: string[]; doubled: string[] } {
    const counts = new Map<string, number>();
    for (const text of textsOf(records))
      for (const [word] of text.matchAll(MARKED)) counts.set(word, (counts.get(word) ?? 0) + 1);
    return {
      lost: [...this.acknowledged].filter((word) => !counts.has(word)),
      doubled: [...this.acknowledged, ...this.uncertain].filter((word) => (counts.get(word) ?? 0) > 1),
    };
  }
}

const MARKED = /\bmark\d+x\d+\b/gu;
/** Where texts are shown; versions that records keep for merging repeat words by design. */
const FIELDS = ['headline', 'comment', 'introduction'];

function textsOf(records: unknown): string[] {
  const { clips, issues } = records as Record<'clips' | 'issues', Record<string, unknown>[]>;
  return [...clips, ...issues].flatMap((record) =>
    FIELDS.map((field) => record[field]).filter((text) => typeof text === 'string'),
  );
}

export function wordOf(machine: number, edit: number): string {
  return `mark${machine}x${edit}`;
}
