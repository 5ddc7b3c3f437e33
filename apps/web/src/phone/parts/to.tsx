import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { ComponentProps } from 'react';

/**
 * Two routers live in this package and the library can register the addresses of one, the desk's. The phone names its own
 * addresses as text, here and nowhere else.
 */
type Address = `/${string}`;
export type Search = Readonly<Record<string, string | undefined>>;

interface ToProps extends Omit<ComponentProps<'a'>, 'href'> {
  readonly to: Address;
  readonly search?: Search;
  /** Takes the place of the page in the browser's history. */
  readonly replace?: boolean;
  /** What the link is while its page is shown. */
  readonly activeProps?: ComponentProps<'a'>;
}

const AnyLink = Link as unknown as React.ComponentType<ToProps>;

export const To = ({ search = {}, ...props }: ToProps) => <AnyLink search={search} {...props} />;

export function useGo(): (to: Address, options?: { search?: Search; replace?: boolean }) => void {
  const navigate = useNavigate();
  return (to, options = {}) => void navigate({ to, search: {}, ...options } as never);
}

/** What stands in the address for `$name`. */
export const useInAddress = (name: string): string =>
  (useParams({ strict: false }) as Readonly<Record<string, string>>)[name] ?? '';

const anySearch = useSearch as unknown as (from: { readonly strict: false }) => unknown;

export const useAsked = <Asked,>(): Asked => anySearch({ strict: false }) as Asked;
