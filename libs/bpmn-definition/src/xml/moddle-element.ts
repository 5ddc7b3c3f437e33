/** An element as bpmn-moddle reads it; properties are typed where the BPMN meta-model knows them. */
export interface ModdleElement {
  readonly $type: string;
  readonly $parent?: ModdleElement;
  readonly $descriptor?: {
    readonly isGeneric?: boolean;
    readonly ns?: { readonly localName: string; readonly uri?: string };
    readonly properties?: readonly {
      readonly ns: { readonly localName: string };
      readonly type: string;
      readonly isReference?: boolean;
    }[];
  };
  readonly $children?: readonly ModdleElement[];
  readonly $body?: string;
  /** Attributes that the meta-model does not know, name spaces among them. */
  readonly $attrs?: Readonly<Record<string, unknown>>;
  /** Whether its type is this one or derives from it; `bpmn:Activity`. */
  readonly $instanceOf?: (type: string) => boolean;
  readonly id?: string;
  readonly name?: string;
  readonly [property: string]: unknown;
}

export const isElement = (value: unknown): value is ModdleElement =>
  typeof value === 'object' && value !== null && typeof (value as ModdleElement).$type === 'string';

/** A property that holds one element, or undefined. */
export function elementIn(element: ModdleElement, property: string): ModdleElement | undefined {
  const value = element[property];
  return isElement(value) ? value : undefined;
}

/** A property that holds several elements; empty where there are none. */
export function elementsIn(element: ModdleElement, property: string): readonly ModdleElement[] {
  const value = element[property];
  return Array.isArray(value) ? value.filter(isElement) : [];
}

/** A property that holds text, without white space around it; undefined where there is none. */
export function textIn(element: ModdleElement | undefined, property: string): string | undefined {
  const value = element?.[property];
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? undefined : text;
}

/** `UserTask` of `bpmn:UserTask`. */
export const localType = (element: ModdleElement): string =>
  element.$type.slice(element.$type.indexOf(':') + 1);
