import type { DmnModdle, DmnPackage } from 'dmn-moddle';
import type { Construct, DmnVersion } from './dmn-versions.js';

/**
 * A reader of files of this version: that of DMN 1.3 under the version's name space, with what the version adds.
 * `diagram` is the name space of the diagram in this file, which is read and left aside whatever its version.
 */
export function moddleOf(
  version: DmnVersion,
  diagram: string | undefined,
  Moddle: typeof DmnModdle,
): DmnModdle {
  const packages = new Moddle().getPackages();
  const { constructs, namespace } = version;
  return new Moddle(
    Object.fromEntries(
      packages.map((known): [string, DmnPackage] => {
        if (known.prefix === 'dmn')
          return ['dmn', { ...known, uri: namespace, types: typesOf(known, constructs) }];
        const isDiagram = known.prefix === 'dmndi' && diagram !== undefined;
        return [known.prefix, isDiagram ? { ...known, uri: diagram } : known];
      }),
    ),
  );
}

function typesOf({ types }: DmnPackage, constructs: readonly Construct[]): DmnPackage['types'] {
  const extended = types.map((type) => ({
    ...type,
    properties: [
      ...(type.properties ?? []),
      ...constructs.flatMap((one) =>
        'of' in one && isNamed(type.name, one.of) ? [{ ...one.property }] : [],
      ),
    ],
  }));
  const added = constructs.flatMap((one) =>
    'of' in one ? [] : [{ ...one, properties: one.properties.map((property) => ({ ...property })) }],
  );
  return [...extended, ...added];
}

/** Moddle writes the prefix into the names of a package that it has read. */
const isNamed = (name: string, local: string): boolean => name === local || name === `dmn:${local}`;
