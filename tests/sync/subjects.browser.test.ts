import fc from 'fast-check';
import { expect, it } from 'vitest';
import { KINDS, parseSubject, subjectOf } from '../../src/sync/subjects';

it('finds the record of each subject again, whatever its id', () => {
  const id = fc.oneof(fc.uuid(), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }));
  fc.assert(
    fc.property(fc.constantFrom(...KINDS), id, (kind, name) => {
      const subject = subjectOf(kind, name);
      expect(subject).toMatch(/^[\w=.-]+$/u); // what a key of the hub may hold
      expect(parseSubject(subject)).toStrictEqual({ kind, id: kind === 'preferences' ? kind : name });
    }),
  );
});

it.each([
  '',
  'clips',
  'clips.',
  'others.one',
  'clips.=***',
  'clips.=/w==',
  'blobs.one.0',
  'clips.=b25l',
  '$KV.x',
])('takes “%s” for no record', (subject) => expect(parseSubject(subject)).toBeUndefined());
