/** The part of bpmn-moddle that we use; the package brings no types of its own for this door. */
declare module 'bpmn-moddle' {
  export interface ModdleWarning {
    readonly message: string;
    readonly element?: {
      readonly id?: string;
      readonly $type?: string;
      readonly get?: (property: string) => unknown;
      readonly set?: (property: string, value: unknown) => void;
    };
    readonly property?: string;
    readonly value?: string;
  }
  export interface ModdleProperty {
    readonly name: string;
    readonly type?: string;
    readonly isAttr?: boolean;
    readonly isMany?: boolean;
    readonly isReference?: boolean;
    readonly isBody?: boolean;
    readonly isId?: boolean;
    readonly xml?: { readonly serialize?: string };
    readonly default?: unknown;
    readonly ns?: unknown;
  }
  export interface ModdlePackage {
    readonly enumerations?: readonly {
      readonly name: string;
      readonly literalValues: readonly { readonly name: string }[];
    }[];
    readonly types: readonly {
      readonly name: string;
      readonly superClass?: readonly string[];
      readonly properties?: readonly ModdleProperty[];
    }[];
  }
  export class BpmnModdle {
    constructor(packages?: Readonly<Record<string, unknown>>);
    getPackage(prefix: string): ModdlePackage;
    fromXML(xml: string): Promise<{
      rootElement: unknown;
      warnings: readonly ModdleWarning[];
      elementsById: Readonly<Record<string, unknown>>;
    }>;
    toXML(element: unknown, options: { readonly format: boolean }): Promise<{ xml: string }>;
  }
}
