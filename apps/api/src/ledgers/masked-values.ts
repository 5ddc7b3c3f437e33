import { maskFor, type FormDefinition, type ReaderLevel } from '@wuqing/forms';
import { canonicalJson, type JsonObject } from '@wuqing/kernel';

/** Fields whose new value is only what the writer was shown of a longer one: written, it would destroy what stands. */
export function maskedValues(
  form: FormDefinition,
  standing: JsonObject,
  data: JsonObject,
  levels: readonly ReaderLevel[],
): string[] {
  const shown = maskFor(form, standing, levels);
  const same = (a: JsonObject, b: JsonObject, name: string): boolean =>
    canonicalJson(a[name] ?? null) === canonicalJson(b[name] ?? null);
  return Object.keys(data).filter(
    (name) => Object.hasOwn(shown, name) && same(data, shown, name) && !same(shown, standing, name),
  );
}
