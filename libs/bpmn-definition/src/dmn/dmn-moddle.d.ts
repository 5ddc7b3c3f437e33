/** The part of dmn-moddle that we use; the package brings no types of its own. */
declare module 'dmn-moddle' {
  import type { ModdleWarning } from 'bpmn-moddle';
  export class DmnModdle {
    constructor(packages?: Readonly<Record<string, unknown>>);
    fromXML(xml: string): Promise<{ rootElement: unknown; warnings: readonly ModdleWarning[] }>;
  }
}
