interface WithNext {
  readonly next: string | null;
}

/** How lists go on: with what the API gave as `next`; the first page asks for nothing. */
export const nextPage = {
  initialPageParam: {},
  getNextPageParam: ({ next }: WithNext): string | undefined => next ?? undefined,
};
