/** Records of the state are never changed but copied; one without the key is given back as it is. */
export const isEmpty = (record: Readonly<Record<string, unknown>>): boolean => {
  for (const _ in record) return false;
  return true;
};

export const put = <T>(
  record: Readonly<Record<string, T>>,
  key: string,
  value: T,
): Readonly<Record<string, T>> => ({
  ...record,
  [key]: value,
});

export function drop<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  if (!Object.hasOwn(record, key)) return record;
  const rest: Record<string, T> = {};
  for (const other in record) if (other !== key) rest[other] = record[other]!;
  return rest;
}
