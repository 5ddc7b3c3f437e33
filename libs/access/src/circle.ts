import { seatsUnder, unitOf, type Day, type OrganizationIndex } from '@wuqing/organization';
import type { MarkedExtension } from './confidentiality-level.js';
import { rolesOf } from './role.js';

/** Who may know of a case by name (`knowing`), and to whom there is no such case (`barred`). */
export type CircleSide = 'knowing' | 'barred';

/** Why somebody stands on a side: the first four are who may know, the others who is barred. */
export const circleGrounds = {
  starter: { side: 'knowing', title: '发起人' },
  handler: { side: 'knowing', title: '承办人' },
  listed: { side: 'knowing', title: '流程规定的知情人' },
  admitted: { side: 'knowing', title: '批准知情' },
  accused: { side: 'barred', title: '被反映人' },
  relative: { side: 'barred', title: '被反映人的亲属' },
  subordinate: { side: 'barred', title: '被反映人的下属' },
  recused: { side: 'barred', title: '回避人' },
} as const satisfies Record<string, { readonly side: CircleSide; readonly title: string }>;

export type CircleGround = keyof typeof circleGrounds;

export const isCircleGround = (value: unknown): value is CircleGround =>
  typeof value === 'string' && Object.hasOwn(circleGrounds, value);

/** One line of the list: nothing of it is ever changed, what was entered is left by another line. */
export interface CircleEntry {
  readonly side: CircleSide;
  readonly act: 'enter' | 'leave';
  readonly personId: string;
}

/** What stands after all entries; as `Resource` has it. */
export interface Circle {
  readonly needToKnow: readonly string[];
  readonly barredPersonIds: readonly string[];
}

export const noCircle: Circle = { needToKnow: [], barredPersonIds: [] };

/** A field of a step that names who is barred (`wq:bars`). */
export interface BarringField {
  readonly field: string;
  readonly ground: 'accused' | 'relative' | 'recused';
}

/** Fields of a step by which its form bars whom it names; what is written otherwise is refused when it is published. */
export const barsOf = ({ extensions }: { readonly extensions: readonly MarkedExtension[] }): BarringField[] =>
  extensions.flatMap(({ name, attributes: { field, ground } }) =>
    name === 'bars' && field !== undefined && isBarringGround(ground) ? [{ field, ground }] : [],
  );

export const isBarringGround = (value: unknown): value is BarringField['ground'] =>
  value === 'accused' || value === 'relative' || value === 'recused';

/** Who comes into the circle of every case of a process from its beginning (`wq:knowing`), as candidate references. */
export const knowingOf = ({ extensions }: { readonly extensions: readonly MarkedExtension[] }): string[] =>
  extensions.flatMap(({ name, attributes: { who } }) =>
    name === 'knowing' && who !== undefined ? who.split(',').map((one) => one.trim()) : [],
  );

/** The last entry of a person on a side stands; in the order in which they first came. */
export function circleFrom(entries: readonly CircleEntry[]): Circle {
  const on = (side: CircleSide): string[] => {
    const last = new Map<string, CircleEntry['act']>();
    for (const entry of entries) if (entry.side === side) last.set(entry.personId, entry.act);
    return [...last].flatMap(([personId, act]) => (act === 'enter' ? [personId] : []));
  };
  return { needToKnow: on('knowing'), barredPersonIds: on('barred') };
}

/** That somebody is to come into a circle. */
export interface CircleWish {
  readonly personId: string;
  readonly ground: CircleGround;
}

/** Of these wishes those that change anything, each person once on a side, on the ground that is said first. */
export function entering(
  { needToKnow, barredPersonIds }: Circle,
  wishes: readonly CircleWish[],
): CircleWish[] {
  const standing = { knowing: new Set(needToKnow), barred: new Set(barredPersonIds) };
  return wishes.filter(({ personId, ground }) => {
    const side = standing[circleGrounds[ground].side];
    if (side.has(personId)) return false;
    side.add(personId);
    return true;
  });
}

/**
 * Who is barred with somebody whom a form names: as accused, with his declared relatives and whoever works in a unit that he leads.
 * Of his villagers only those count who hold an office: nobody else reads a walled case.
 */
export function barredWith(accusedId: string, organization: OrganizationIndex, on: Day): CircleWish[] {
  const relatives = organization.relatives.get(accusedId) ?? [];
  const working = seatsUnder(accusedId, organization, on).filter(({ key, unitId }) => {
    const { kind, code } = unitOf(unitId, organization);
    return rolesOf(key, kind === 'office' ? code : null).length > 0;
  });
  return [
    { personId: accusedId, ground: 'accused' },
    ...relatives.map((personId) => ({ personId, ground: 'relative' as const })),
    ...working.map(({ personId }) => ({ personId, ground: 'subordinate' as const })),
  ];
}
