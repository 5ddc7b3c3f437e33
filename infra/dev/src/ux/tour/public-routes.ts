const CONTROLLER = /@Controller\((?:'([^']*)')?\)/;
/** A GET with what is said of it before its method begins. */
const GET = /@Get\((?:'([^']*)')?\)((?:\s*@\w+\([^)]*\))*)/g;

/**
 * The addresses of the pages that the API renders, `/notices/:id`, in their alphabet: what its controllers mark as `@PublicPage`.
 * `sources`: their texts.
 */
export function publicRoutes(sources: readonly string[]): string[] {
  const routes = sources.flatMap((source) => {
    const base = CONTROLLER.exec(source)?.[1] ?? '';
    return [...source.matchAll(GET)]
      .filter(([, , marks]) => marks?.includes('@PublicPage('))
      .map(([, path]) => `/${[base, path].filter(Boolean).join('/')}`);
  });
  return [...new Set(routes)].sort();
}
