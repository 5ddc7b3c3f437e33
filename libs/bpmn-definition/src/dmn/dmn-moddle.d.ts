/** The part of dmn-moddle that we use; the package brings no types of its own. */
declare module 'dmn-moddle' {
  import type { ModdleWarning } from 'bpmn-moddle';
  export interface DmnPackage {
    readonly prefix: string;
    readonly uri: string;
    readonly types: readonly { readonly name: string; readonly properties?: readonly unknown[] }[];
  }
  export class DmnModdle {
    constructor(packages?: Readonly<Record<string, DmnPackage>>);
    getPackages(): readonly DmnPackage[];
    fromXML(xml: string): Promise<{ rootElement: unknown; warnings: readonly ModdleWarning[] }>;
  }
}
