import type { Request } from 'express';

/** As much of a layer of Express's router as is asked here. */
interface Layer {
  readonly route?: { readonly methods: Readonly<Record<string, boolean>> };
  match(path: string): boolean;
}

/** Methods that some route has at this address, upper case; empty where no route has the address at all. */
export function knownMethods({ app, path }: Pick<Request, 'app' | 'path'>): string[] {
  const { stack } = (app as unknown as { readonly router: { readonly stack: readonly Layer[] } }).router;
  const methods = stack.flatMap((layer) =>
    layer.route && matches(layer, path) ? Object.keys(layer.route.methods) : [],
  );
  const known = new Set(methods.map((method) => method.toUpperCase()));
  if (known.has('GET')) known.add('HEAD');
  return [...known].sort();
}

/** An address that cannot be decoded is nobody's. */
function matches(layer: Layer, path: string): boolean {
  try {
    return layer.match(path);
  } catch {
    return false;
  }
}
