/** A version of DMN whose files are read; what it has beyond 1.3 stands in `constructs`. */
export interface DmnVersion {
  readonly name: string;
  readonly namespace: string;
  readonly constructs: readonly Construct[];
}

/** A type or a property that a version adds to those of DMN 1.3, as moddle describes it. */
export type Construct =
  | {
      readonly name: string;
      readonly superClass: readonly string[];
      readonly properties: readonly Property[];
    }
  | { readonly of: string; readonly property: Property };

export interface Property {
  readonly name: string;
  readonly type: string;
  readonly isAttr?: boolean;
  readonly isMany?: boolean;
  readonly xml?: { readonly serialize: 'property' };
}

const child = (name: string): Property => ({
  name,
  type: 'ChildExpression',
  xml: { serialize: 'property' },
});
const iteration = (name: string, body: string): Construct => ({
  name,
  superClass: ['Expression'],
  properties: [{ name: 'iteratorVariable', type: 'String', isAttr: true }, child('in'), child(body)],
});

/** Whom a decision concerns: in every version, and under another name in the reader that we use. */
const units: readonly Construct[] = [
  {
    name: 'OrganizationUnit',
    superClass: ['BusinessContextElement'],
    properties: ['decisionMade', 'decisionOwned'].map((name) => ({
      name,
      type: 'DMNElementReference',
      isMany: true,
      xml: { serialize: 'property' },
    })),
  },
];

/** Boxed expressions of DMN 1.4 (§10.2.2.7 to 10.2.2.10). */
const boxes: readonly Construct[] = [
  {
    name: 'ChildExpression',
    superClass: ['DMNElement'],
    properties: [
      { name: 'typeRef', type: 'String', isAttr: true },
      { name: 'value', type: 'Expression' },
    ],
  },
  {
    name: 'Conditional',
    superClass: ['Expression'],
    properties: [child('if'), child('then'), child('else')],
  },
  { name: 'Filter', superClass: ['Expression'], properties: [child('in'), child('match')] },
  iteration('For', 'return'),
  iteration('Every', 'satisfies'),
  iteration('Some', 'satisfies'),
];

/** DMN 1.5 (§7.3.3). */
const constraints: readonly Construct[] = [
  {
    of: 'ItemDefinition',
    property: { name: 'typeConstraint', type: 'UnaryTests', xml: { serialize: 'property' } },
  },
];

export const dmnVersions: readonly DmnVersion[] = [
  { name: '1.1', namespace: 'http://www.omg.org/spec/DMN/20151101/dmn.xsd', constructs: units },
  // Written by early modelers.
  { name: '1.1', namespace: 'http://www.omg.org/spec/DMN/20151101/dmn11.xsd', constructs: units },
  { name: '1.2', namespace: 'http://www.omg.org/spec/DMN/20180521/MODEL/', constructs: units },
  { name: '1.3', namespace: 'https://www.omg.org/spec/DMN/20191111/MODEL/', constructs: units },
  {
    name: '1.4',
    namespace: 'https://www.omg.org/spec/DMN/20211108/MODEL/',
    constructs: [...units, ...boxes],
  },
  {
    name: '1.5',
    namespace: 'https://www.omg.org/spec/DMN/20230324/MODEL/',
    constructs: [...units, ...boxes, ...constraints],
  },
];

/** Versions that are not read, by the date in their name space. */
export const otherVersions: ReadonlyMap<string, string> = new Map([
  ['20130901', '1.0'],
  ['20240513', '1.6'],
]);
