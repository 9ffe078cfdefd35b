/** A copy of a record with a field set, or without it: absent is absent, never `''` or `undefined`. */
export function withField<Written extends object, Name extends keyof Written>(
  record: Written,
  name: Name,
  value: Written[Name] | undefined,
): Written {
  if (value !== undefined) return { ...record, [name]: value };
  const { [name]: _removed, ...rest } = record;
  return rest as Written; // `undefined` fits optional fields alone, so what was removed was one
}
