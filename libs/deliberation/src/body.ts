/** The bodies that deliberate and decide, by key, with the name that stands on the record. */
export const bodyNames = {
  'branch-committee': '支委会',
  'two-committees': '村“两委”会议',
  'party-meeting': '党员大会',
  'villagers-assembly': '村民会议',
  'representatives-meeting': '村民代表会议',
  'members-assembly': '成员大会',
  'members-representatives-meeting': '成员代表大会',
  council: '理事会',
} as const;

export type Body = keyof typeof bodyNames;

export const bodies = Object.keys(bodyNames) as Body[];

export const isBody = (value: unknown): value is Body =>
  typeof value === 'string' && Object.hasOwn(bodyNames, value);

/** The key of a body from its key or its Chinese name; null for anything else. */
export function bodyOf(value: unknown): Body | null {
  if (isBody(value)) return value;
  return bodies.find((body) => bodyNames[body] === value) ?? null;
}

const VILLAGERS: readonly Body[] = ['villagers-assembly', 'representatives-meeting'];
const MEMBERS: readonly Body[] = ['members-assembly', 'members-representatives-meeting', 'council'];

export const isVillagersBody = (body: Body): boolean => VILLAGERS.includes(body);

/** Bodies of the collective economic organization (农村集体经济组织法). */
export const isMembersBody = (body: Body): boolean => MEMBERS.includes(body);
