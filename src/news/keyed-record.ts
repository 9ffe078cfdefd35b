import * as v from 'valibot';

/**
 * A record whose keys come from outside, such as hosts: any text may be a key. (`v.record` drops `constructor` and `__proto__`.)
 */
export function keyedRecordSchema<Value>(value: v.GenericSchema<Value>) {
  return v.pipe(
    v.custom<Readonly<Record<string, unknown>>>(
      (record) => typeof record === 'object' && record !== null && !Array.isArray(record),
    ),
    v.transform((record) => Object.entries(record)),
    v.array(v.tuple([v.string(), value])),
    v.transform((entries): Record<string, Value> => Object.fromEntries(entries)),
  );
}

/** The value under a key that comes from outside. Never returns an inherited property such as `constructor`. */
export function ownValue<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
