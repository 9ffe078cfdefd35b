import { randomNumbers } from '../../../scripts/random-numbers';
import { ARTICLE_TEXT_FIELDS } from '../../../src/news/article-fields';
import type { Clip } from '../../../src/news/clip';
import { newAuthor, type Author } from '../../../src/news/edits/author';
import { recordClipEdit, mergeClipVersions } from '../../../src/news/merge/clip-versions';
import type { Quote } from '../../../src/news/quote';
import { CLIP_FIELDS, formOf } from '../../../src/news/record-fields';

/** What has happened to a word that some machine has written. */
export type Fate = 'stays' | 'deleted' | 'brought back';

interface Machine {
  author: Author;
  clip: Clip;
  /** Backups: copies of the machine's clip from earlier times. */
  backups: Clip[];
}

/** The fields whose versions are merged word by word. */
const TEXTS = [
  ...ARTICLE_TEXT_FIELDS.filter((name) => formOf(CLIP_FIELDS, name) === 'line'),
  'languageLabel',
  'comment',
] as const;
type Text = (typeof TEXTS)[number];

/**
 * Simulates two to eight machines that edit copies of one clip. They add words (each with a unique mark) and delete them, rewrite
 * texts, add, remove and reorder quotes, and move the clip to the bin and back. Backups are merged in any direction, twice, late
 * or never, or replace the current state. Profiles are copied. Clocks are wrong by up to a year.
 */
export class Machines {
  readonly fates = new Map<string, Fate>();
  /** The marks by the quote in which they were written, because removing a quote removes its words. */
  readonly removedQuotes = new Set<string>();
  readonly machines: Machine[];
  private readonly random: () => number;
  private marks = 0;
  private authors = 0;

  constructor(seed: number) {
    this.random = randomNumbers(seed);
    const first = this.firstClip();
    const count = 2 + this.below(7);
    this.machines = Array.from({ length: count }, () => this.machineOf(first));
  }

  run(steps: number): void {
    for (let step = 0; step < steps; step += 1) this.step();
  }

  /** All machines merge from each other, in a random order, until nothing changes. Returns how many rounds changed something. */
  exchangeAll(): number {
    for (let rounds = 0; ; rounds += 1) {
      let hasChanged = false;
      for (const machine of this.shuffled(this.machines))
        for (const other of this.shuffled(this.machines)) {
          const merged = mergeClipVersions(machine.clip, other.clip);
          hasChanged ||= JSON.stringify(merged) !== JSON.stringify(machine.clip);
          machine.clip = merged;
        }
      if (!hasChanged) return rounds;
    }
  }

  private step(): void {
    const machine = this.someMachine();
    const acts: [number, () => void][] = [
      [40, () => this.editText(machine)],
      [6, () => this.rewriteText(machine)],
      [4, () => this.setValues(machine)],
      [3, () => this.bin(machine)],
      [6, () => this.changeQuotes(machine)],
      [20, () => this.merge(machine, this.someMachine().clip)],
      [6, () => machine.backups.push(machine.clip)],
      [5, () => this.merge(machine, this.oneOf(this.someMachine().backups) ?? machine.clip)],
      [2, () => this.putBack(machine)],
      [2, () => this.copyProfile(machine)],
      [4, () => (machine.author = this.newAuthor())],
    ];
    let pick = this.random() * acts.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, act] of acts) if (pick >= 0 && (pick -= weight) < 0) act();
  }

  private merge(machine: Machine, other: Clip): void {
    machine.clip = mergeClipVersions(machine.clip, other);
  }

  private write(machine: Machine, changed: Clip): void {
    const at = new Date(Date.UTC(2026, 0, 1) + (this.random() - 0.5) * 2 * 365 * 86_400_000).toISOString();
    machine.clip = recordClipEdit(
      machine.clip,
      { ...changed, changedAt: at, revision: changed.revision + 1 },
      machine.author,
    );
  }

  private editText(machine: Machine): void {
    const { quotes } = machine.clip;
    const quote = this.random() < 0.3 ? this.oneOf(quotes) : undefined;
    if (quote !== undefined) {
      const markdown = this.edited(quote.markdown);
      if (markdown === undefined) return;
      const edited = quotes.map((each) => (each.id === quote.id ? { ...each, markdown } : each));
      this.write(machine, { ...machine.clip, quotes: edited });
      return;
    }
    const field = this.oneOf(TEXTS) ?? 'comment';
    this.write(machine, withText(machine.clip, field, this.edited(machine.clip[field])));
  }

  private rewriteText(machine: Machine): void {
    const field = this.oneOf(TEXTS) ?? 'comment';
    for (const mark of marksIn(machine.clip[field])) this.mark(mark, 'deleted');
    const words = Array.from({ length: 1 + this.below(3) }, () => this.newMark());
    this.write(machine, withText(machine.clip, field, words.join(' ')));
  }

  private setValues(machine: Machine): void {
    const { publishedAt, publishedOn, sectionId, ...rest } = machine.clip;
    const day = String(1 + this.below(28)).padStart(2, '0');
    const section = this.oneOf([undefined, 'one', 'two', 'three']);
    this.write(machine, {
      ...rest,
      ...(this.random() < 0.8 && { publishedOn: `2026-02-${day}` }),
      ...(section !== undefined && { sectionId: section }),
    });
  }

  private bin(machine: Machine): void {
    const { binnedAt, ...clip } = machine.clip;
    this.write(
      machine,
      binnedAt === undefined ? { ...clip, binnedAt: `2026-03-01T10:00:0${this.below(9)}.000Z` } : clip,
    );
  }

  private changeQuotes(machine: Machine): void {
    const { quotes } = machine.clip;
    const act = this.below(3);
    if (act === 0) {
      const added: Quote = { id: `quote${++this.marks}`, markdown: `${this.newMark()} ${this.newMark()}` };
      this.write(machine, {
        ...machine.clip,
        quotes: quotes.toSpliced(this.below(quotes.length + 1), 0, added),
      });
    } else if (act === 1) {
      const removed = this.oneOf(quotes);
      if (removed === undefined) return;
      for (const mark of marksIn(removed.markdown)) this.fates.set(mark, 'brought back'); // an edit on another machine keeps the word
      this.write(machine, { ...machine.clip, quotes: quotes.filter(({ id }) => id !== removed.id) });
    } else this.write(machine, { ...machine.clip, quotes: this.shuffled(quotes) });
  }

  /** Replaces the current state by an old backup: its words come back, and later ones disappear. */
  private putBack(machine: Machine): void {
    const earlier = this.oneOf(machine.backups);
    if (earlier === undefined) return;
    for (const mark of [...allMarks(machine.clip), ...allMarks(earlier)])
      this.fates.set(mark, 'brought back');
    this.write(machine, { ...earlier, revision: machine.clip.revision });
  }

  private copyProfile({ clip, backups }: Machine): void {
    if (this.machines.length < 8)
      this.machines.push({ clip, backups: [...backups], author: this.newAuthor() });
  }

  /** Deletes one or two words, or inserts one or two with marks of their own. */
  private edited(text = ''): string | undefined {
    const words = text === '' ? [] : text.split(/(\s+)/u);
    const [removes, adds] = [this.random() < 0.45, this.random() < 0.7];
    if (removes && words.length > 1) {
      const place = 2 * this.below(Math.ceil(words.length / 2));
      for (const mark of marksIn(words[place])) this.mark(mark, 'deleted');
      words.splice(place, 2);
    }
    if (adds) {
      const place = 2 * this.below(Math.ceil(words.length / 2) + 1);
      const between = this.random() < 0.2 ? '\n\n' : ' ';
      if (place > words.length) words.push(between, this.newMark());
      else words.splice(place, 0, this.newMark(), between);
    }
    const made = words.join('').trim();
    return made === '' ? undefined : made;
  }

  private mark(mark: string, fate: Fate): void {
    if (this.fates.get(mark) !== 'brought back') this.fates.set(mark, fate);
  }

  private newMark(): string {
    const mark = `w${++this.marks}x`;
    this.fates.set(mark, 'stays');
    return mark;
  }

  private newAuthor(): Author {
    return newAuthor(`author${++this.authors}`);
  }

  private machineOf(clip: Clip): Machine {
    return { author: this.newAuthor(), clip, backups: [] };
  }

  private firstClip(): Clip {
    const words = () => Array.from({ length: this.below(5) }, () => this.newMark()).join(' ');
    const quote = (): Quote => ({
      id: `quote${++this.marks}`,
      markdown: `${this.newMark()} ${words()}`.trim(),
    });
    const [headline, comment] = [words(), words()];
    return {
      id: 'clip',
      issueId: 'issue',
      rank: 'a0',
      ...(headline !== '' && { headline }),
      ...(comment !== '' && { comment }),
      showDate: true,
      showLanguage: false,
      quotes: Array.from({ length: this.below(3) }, quote),
      clippedAt: '2026-01-01T00:00:00.000Z',
      changedAt: '2026-01-01T00:00:00.000Z',
      revision: 1,
    };
  }

  private someMachine(): Machine {
    const machine = this.oneOf(this.machines);
    if (machine === undefined) throw new Error('There are no machines');
    return machine;
  }

  private below(most: number): number {
    return Math.floor(this.random() * most);
  }

  private oneOf<Each>(all: readonly Each[]): Each | undefined {
    return all[this.below(all.length)];
  }

  private shuffled<Each>(all: readonly Each[]): Each[] {
    return all
      .map((each) => [this.random(), each] as const)
      .sort(([one], [other]) => one - other)
      .map(([, each]) => each);
  }
}

function withText(clip: Clip, field: Text, text: string | undefined): Clip {
  const { [field]: _, ...rest } = clip;
  return { ...rest, ...(text !== undefined && { [field]: text }) };
}

/** All marks in the texts of the clip, each as often as it occurs. */
export function allMarks(clip: Clip): string[] {
  const texts = [...TEXTS.map((field) => clip[field]), ...clip.quotes.map((quote) => quote.markdown)];
  return texts.flatMap((text) => marksIn(text));
}

function marksIn(text: string | undefined): string[] {
  return text?.match(/w\d+x/gu) ?? [];
}
