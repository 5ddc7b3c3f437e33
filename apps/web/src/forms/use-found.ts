import { findsName } from '@wuqing/search-words/finds-name';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Pickable } from './pickable.js';
import { useRested } from './use-rested.js';

/** What a search found: the first of it, and whether there is more. */
export interface Found<T extends Pickable = Pickable> {
  readonly items: readonly T[];
  readonly more: boolean;
}

export interface Finding<T extends Pickable = Pickable> extends Found<T> {
  readonly typed: string;
  readonly type: (text: string) => void;
  /** More is typed than is looked for. */
  readonly isLong: boolean;
  readonly isPending: boolean;
  readonly error: unknown;
}

const KEPT_MS = 60_000;
/** Letters that are looked for, as the server takes them. */
export const SOUGHT_MAX = 50;

/**
 * People or villages by what somebody types: in the list at once where all of it is here, and asked for when the hand rests where
 * the server holds back more.
 */
export function useFound<T extends Pickable>(
  key: readonly unknown[],
  find: (search: string) => Promise<Found<T>>,
): Finding<T> {
  const [typed, type] = useState('');
  const rested = useRested(typed.trim());
  const all = useQuery({ queryKey: [...key, ''], queryFn: () => find(''), staleTime: KEPT_MS });
  const isLong = typed.trim().length > SOUGHT_MAX;
  const isCut = all.data?.more === true && typed.trim() !== '' && !isLong;
  const sought = useQuery({
    queryKey: [...key, rested],
    queryFn: () => find(rested),
    enabled: isCut && rested !== '' && rested.length <= SOUGHT_MAX,
    staleTime: KEPT_MS,
  });
  const asked = isCut && rested !== '' ? sought : all;
  const items = (asked.data?.items ?? []).filter((one) => findsName(one, typed));
  return {
    items,
    more: asked.data?.more === true,
    typed,
    type,
    isLong,
    isPending: asked.isPending,
    error: asked.error,
  };
}
