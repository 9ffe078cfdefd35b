/** A copy of a record with a field set or removed. A field without a value is absent, never `''` or `undefined`. */
export function withField<Written extends object, Name extends keyof Written>(
  record: Written,
  name: Name,
  value: Written[Name] | undefined,
): Written {
  if (value !== undefined) return { ...record, [name]: value };
  const { [name]: _removed, ...rest } = record;
  return rest as Written; // only optional fields can be `undefined`, so the removed field was optional
}
