/** A file of the web's build, as vite's manifest has it. */
export interface BuiltFile {
  /** Below the folder of the build. */
  readonly file: string;
  /** Keys of the files that it begins with. */
  readonly imports?: readonly string[];
}

export type Manifest = Readonly<Record<string, BuiltFile>>;

/** Addresses of the scripts that a part of the web begins with, its own the first; none of a part that was not built. */
export function filesOfPart(manifest: Manifest, part: string): string[] {
  const reached = new Set<string>();
  const reach = (key: string): void => {
    const built = Object.hasOwn(manifest, key) ? manifest[key] : undefined;
    if (!built || reached.has(built.file)) return;
    reached.add(built.file);
    built.imports?.forEach(reach);
  };
  reach(part);
  return [...reached].map((file) => `/${file}`);
}
