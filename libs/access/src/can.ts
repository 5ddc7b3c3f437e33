import { actions, isAction, type Action } from './action.js';
import { opens, type Actor } from './actor.js';
import { isWalled } from './confidentiality-level.js';
import { holdsRoleWithin, mayRead } from './confidentiality.js';
import type { Holder, Resource } from './resource.js';
import { rolesOf, type Role } from './role.js';
import { rules, type Grant, type Guard, type Rule } from './rules.js';
import { isInScope, type Scope } from './scope.js';

export interface Allowed {
  readonly allowed: true;
}

export interface Denied {
  readonly allowed: false;
  /** A Chinese sentence for the user. */
  readonly reason: string;
  /** True where even the existence is confidential: answer as for an unknown id. */
  readonly hidden: boolean;
}

const ALLOWED: Allowed = { allowed: true };

const denied = (reason: string, hidden = false): Denied => ({ allowed: false, reason, hidden });

/** Hidden: a list or a search answers 「无此件」 (sheet `dual-check`, bar 11). */
const BARRED = denied('应当回避，无权办理或查看。', true);

const CLOSED_TO_SYSTEMS = denied('该事项限定知情范围，不向其他系统提供。', true);

const isWalledOff = ({ level }: Resource): boolean => isWalled(level);

const isHolder = (actor: Actor, holders: readonly Holder[]): boolean =>
  actor.positions.some((own) =>
    holders.some(({ positionKey, unitId }) => own.key === positionKey && own.unitId === unitId),
  );

const isAssignee = (actor: Actor, { assigneeId }: Resource): boolean => assigneeId === actor.personId;

/** Where no position is named, the step is addressed to the person. */
const isSeated = (actor: Actor, { holders = [] }: Resource): boolean =>
  holders.length === 0 || isHolder(actor, holders);

/** A position of another office does not count, however far it sees. */
const isHandling = (
  { positions }: Actor,
  roles: readonly Role[],
  { unitId, handlingUnitIds = [] }: Resource,
): boolean =>
  positions.some(
    (position) =>
      handlingUnitIds.includes(position.unitId) &&
      unitId !== undefined &&
      opens(position, unitId) &&
      rolesOf(position.key, position.officeCode).some((role) => roles.includes(role)),
  );

function isGranted(grant: Grant, actor: Actor, resource: Resource): boolean {
  if (grant.to === 'anyone') return true;
  if (grant.to === 'handling') return isHandling(actor, grant.roles, resource);
  if (grant.to === 'holder') return isHolder(actor, resource.holders ?? []);
  if (grant.to === 'assignee') return isAssignee(actor, resource);
  if (grant.to === 'claimant') return isAssignee(actor, resource) && isSeated(actor, resource);
  if (grant.within === 'reach') return holdsRoleWithin(actor, grant.roles, resource.unitId);
  return actor.positions.some(({ key, officeCode }) =>
    rolesOf(key, officeCode).some((role) => grant.roles.includes(role)),
  );
}

/** Whoever a step is addressed to reads its case; the need-to-know list alone opens level N. */
function isReadable(actor: Actor, resource: Resource): boolean {
  const level = resource.level ?? 'V';
  if (mayRead(level, actor, resource)) return true;
  const isAddressed = isHolder(actor, resource.holders ?? []) || resource.assigneeId === actor.personId;
  return isAddressed && level !== 'N';
}

const guards: Readonly<Record<Guard, (actor: Actor, resource: Resource) => Denied | null>> = {
  readable: (actor, resource) =>
    isReadable(actor, resource)
      ? null
      : denied('该事项限定知情范围，您不在知情范围内。', isWalledOff(resource)),
  'not-claimed-by-another': (actor, { assigneeId }) =>
    assigneeId == null || assigneeId === actor.personId
      ? null
      : denied('该待办已由他人签收，请等待其办理或退还。'),
  'not-own-term': (actor, { assigneeId, holders = [] }) =>
    assigneeId === actor.personId || isHolder(actor, holders)
      ? denied('不得调整本人承办事项的时限，请报上级办理。')
      : null,
  'second-person': (actor, { authorId }) =>
    authorId !== undefined && authorId !== actor.personId
      ? null
      : denied('流程须由起草人以外的另一人核准发布。'),
  'demo-mode': (_actor, { demoMode }) => (demoMode === true ? null : denied('仅演示环境可以快进时间。')),
  starter: (actor, { holders }) =>
    holders === undefined || isHolder(actor, holders)
      ? null
      : denied('您的职务不能发起该事项，请由规定的经办人发起。'),
  'not-of-village': ({ positions }, { unitId }) =>
    positions.some(
      (own) => own.unitId === unitId && rolesOf(own.key, own.officeCode).includes('village-cadre'),
    )
      ? denied('异议人不告知本村干部。')
      : null,
};

const claimed: ReadonlySet<Action> = new Set(
  (Object.keys(rules) as Action[]).filter((action) =>
    rules[action].grants.some(({ to }) => to === 'claimant'),
  ),
);

/** Why no grant holds, in words that say who can help. */
function refusal(action: Action, actor: Actor, resource: Resource): Denied {
  const { unitId } = resource;
  if (claimed.has(action) && isAssignee(actor, resource) && !isSeated(actor, resource))
    return denied(
      '您已不担任该步骤的承办职务，不能继续办理，请退还待办，由现任人员办理。',
      isWalledOff(resource),
    );
  if (actor.positions.length === 0)
    return denied(`您没有在任职务，不能${actions[action]}。`, isWalledOff(resource));
  const isForeign = unitId !== undefined && !actor.reach.includes(unitId);
  const reason = isForeign
    ? `该事项不在您的管辖范围内，不能${actions[action]}，请由所属村或镇有关科室办理。`
    : `您的职务没有${actions[action]}的权限，请由规定的承办人办理。`;
  return denied(reason, isWalledOff(resource));
}

function judge(rule: Rule, action: Action, actor: Actor, resource: Resource): Allowed | Denied {
  const isGrantedBy = (grant: Grant): boolean => isGranted(grant, actor, resource);
  if (actor.positions.length === 0 || !rule.grants.some(isGrantedBy)) return refusal(action, actor, resource);
  for (const guard of rule.guards) {
    const objection = guards[guard](actor, resource);
    if (objection) return objection;
  }
  return ALLOWED;
}

/**
 * Another system reads what every official of the unit may read. What is closed to anybody by name, or opens to a few by name, is
 * not there for it.
 */
function judgeSystem(
  given: readonly Scope[],
  action: Action,
  { reach }: Actor,
  resource: Resource,
): Allowed | Denied {
  const { unitId, needToKnow = [], barredPersonIds = [] } = resource;
  if (isWalledOff(resource) || needToKnow.length > 0 || barredPersonIds.length > 0) return CLOSED_TO_SYSTEMS;
  if (!isInScope(given, action)) return denied(`该令牌的范围不含${actions[action]}。`);
  if (unitId === undefined || !reach.includes(unitId))
    return denied(`该令牌的单位范围不含此单位，不能${actions[action]}。`);
  return ALLOWED;
}

/**
 * Whether the actor (null: without an account) may do that to the resource. Denied by default: an action that no
 * rule names, a resource that does not say enough, and an actor without a position are all refused.
 */
export function can(actor: Actor | null, action: Action, resource: Resource): Allowed | Denied {
  if (!isAction(action)) return denied('系统没有这项操作。');
  const rule: Rule = rules[action];
  if (rule.grants.some((grant) => grant.to === 'anyone')) return ALLOWED;
  if (actor === null) return denied('请先登录。');
  if (actor.scopes) return judgeSystem(actor.scopes, action, actor, resource);
  if (resource.barredPersonIds?.includes(actor.personId)) return BARRED;
  return judge(rule, action, inOwnName(actor, resource.barredPersonIds ?? []), resource);
}

/** Without the positions in which he stands in for somebody who is barred. */
function inOwnName(actor: Actor, barred: readonly string[]): Actor {
  const isBarred = ({ onBehalfOf }: Actor['positions'][number]): boolean =>
    onBehalfOf !== null && barred.includes(onBehalfOf);
  return actor.positions.some(isBarred)
    ? { ...actor, positions: actor.positions.filter((position) => !isBarred(position)) }
    : actor;
}
