import type { JsonObject } from '@wuqing/kernel';

/** A form as it stands in `<key>.form.json`. */
export interface LibraryForm {
  /** The `formId` of the user tasks that show it. */
  readonly key: string;
  /** Chinese title. */
  readonly title: string;
  /** JSON Schema 2020-12 with `x-reader` (P, V, T, N), `x-money` (integer 分) and `x-attachment` per property. */
  readonly schema: JsonObject;
  /** `order` of the fields and `widgets` by field. */
  readonly ui: JsonObject;
}

/** A shipped process with everything that its first publication needs. */
export interface LibraryProcess {
  /** The BPMN process id, and the name of its folder. */
  readonly key: string;
  readonly xml: string;
  readonly forms: readonly LibraryForm[];
  readonly readme?: string;
}
