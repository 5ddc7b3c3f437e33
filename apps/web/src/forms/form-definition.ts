/** The part of JSON Schema 2020-12 that forms use. */
export interface FieldSchema {
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly items?: FieldSchema;
  readonly maxLength?: number;
  readonly 'x-labels'?: Readonly<Record<string, string>>;
  readonly 'x-money'?: boolean;
  readonly 'x-person'?: boolean;
  readonly 'x-attachment'?: boolean;
}

/** A form as its file has it: what the API calls `FormView`, whose schema it leaves open. */
export interface FormDefinition {
  readonly key: string;
  readonly title: string;
  readonly schema: {
    readonly properties?: Readonly<Record<string, FieldSchema>>;
    readonly required?: readonly string[];
  };
  readonly ui?: { readonly order?: readonly string[]; readonly widgets?: Readonly<Record<string, string>> };
}
