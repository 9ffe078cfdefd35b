/**
 * Labels that a person has read from pages of a corpus before seeing the reader's answer. They replace what the corpus knows.
 * `authors: []` and `dek: ""` mean that the page has none, so that a value there counts as invented.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

const labelSchema = v.strictObject({
  id: v.string(),
  authors: v.optional(v.array(v.string())),
  /** The outlet or its team, if the page names it as the author: naming it is not an error. */
  mayName: v.optional(v.array(v.string())),
  dek: v.optional(v.string()),
  /** The page has no dek, but declares the beginning of its text as one. */
  repeated: v.optional(v.literal(true)),
});
const fileSchema = v.strictObject({
  what: v.string(),
  seed: v.string(),
  date: v.string(),
  labels: v.array(labelSchema),
});
export type Label = v.InferOutput<typeof labelSchema>;

const FOLDER = join(import.meta.dirname, 'labels');

/** All labels, by page id. */
export function readLabels(folder = FOLDER): Map<string, Label> {
  const labels = new Map<string, Label>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    const text = readFileSync(join(folder, file), 'utf8');
    for (const label of v.parse(fileSchema, JSON.parse(text)).labels)
      labels.set(label.id, { ...labels.get(label.id), ...label });
  }
  return labels;
}
