/** Declared relations; symmetric, so either person may stand first. */
export const relations = {
  spouse: { title: '配偶', close: true },
  'parent-and-child': { title: '父母子女', close: true },
  siblings: { title: '兄弟姐妹', close: true },
  'grandparent-and-grandchild': { title: '（外）祖父母、（外）孙子女', close: true },
  'near-affinity': { title: '近姻亲', close: false },
} as const;

export type Relation = keyof typeof relations;

export interface Kinship {
  readonly personA: string;
  readonly personB: string;
  readonly relation: Relation;
}

const otherOf = (kinship: Kinship, personId: string): string | null => {
  if (kinship.personA === personId) return kinship.personB;
  return kinship.personB === personId ? kinship.personA : null;
};

/** Everyone with a declared relation to the person, affinity included, each once, in the order of declaration. */
export function relativesOf(personId: string, kinship: readonly Kinship[]): readonly string[] {
  return [...new Set(kinship.flatMap((one) => otherOf(one, personId) ?? []))];
}

/** 近亲属 (民法典 Art 1045): the declared relatives without affinity. */
export function closeRelativesOf(personId: string, kinship: readonly Kinship[]): readonly string[] {
  return relativesOf(
    personId,
    kinship.filter((one) => relations[one.relation].close),
  );
}

/**
 * Why this person may not vote where these are the 关联人, in words for the roll: 「系关联人本人」, 「与关联人系兄弟姐妹」; null
 * where nothing declared says so. Affinity is no reason (民法典 Art 1045).
 */
export function recusalReason(
  personId: string,
  relatedParties: readonly string[],
  kinship: readonly Kinship[],
): string | null {
  if (relatedParties.includes(personId)) return '系关联人本人';
  const close = kinship.find((one) => {
    const other = otherOf(one, personId);
    return relations[one.relation].close && other !== null && relatedParties.includes(other);
  });
  return close === undefined ? null : `与关联人系${relations[close.relation].title}`;
}
