import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of the web's build, as vite's manifest has it. */
export interface BuiltFile {
  /** Below the folder of the build. */
  readonly file: string;
  /** Keys of the files that it begins with. */
  readonly imports?: readonly string[];
  /** Its style sheets. */
  readonly css?: readonly string[];
}

export type Manifest = Readonly<Record<string, BuiltFile>>;

const MANIFEST = join('.vite', 'manifest.json');

/** Of the build in a folder; empty where it was built without. */
export function manifestIn(folder: string): Manifest {
  const file = join(folder, MANIFEST);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : {};
}

/** Addresses of the scripts that a part of the web begins with, its own the first; none of a part that was not built. */
export const filesOfPart = (manifest: Manifest, part: string): string[] =>
  addressesOf(manifest, part, ({ file }) => [file]);

/** Addresses of the style sheets that come with them. */
export const stylesOfPart = (manifest: Manifest, part: string): string[] =>
  addressesOf(manifest, part, ({ css = [] }) => css);

function addressesOf(
  manifest: Manifest,
  part: string,
  named: (built: BuiltFile) => readonly string[],
): string[] {
  const reached = new Set<BuiltFile>();
  const reach = (key: string): void => {
    const built = Object.hasOwn(manifest, key) ? manifest[key] : undefined;
    if (!built || reached.has(built)) return;
    reached.add(built);
    built.imports?.forEach(reach);
  };
  reach(part);
  return [...new Set([...reached].flatMap(named))].map((file) => `/${file}`);
}
