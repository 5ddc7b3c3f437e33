import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { migrationsPlanMany } from '../../../client/api.js';
import type { Mapping } from '../../cases/operations/mapping-fields.js';

const PAGE = 50;

export interface Versions {
  readonly processKey: string;
  readonly fromVersion: number;
  readonly version: number;
}

/** The dry run of every case of a version, a page at a time; nothing is written by it. */
export function usePlans(versions: Versions, mapping: Mapping) {
  return useInfiniteQuery({
    queryKey: ['migrations', 'plans', versions, mapping],
    queryFn: async ({ pageParam }) => {
      const body = {
        ...versions,
        mapping: { ...mapping },
        limit: PAGE,
        ...(pageParam && { after: pageParam }),
      };
      return (await migrationsPlanMany({ body })).data;
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
    retry: false,
  });
}
