import { err, ok, type Result } from '@wuqing/kernel';
import { authorizationsCovering, type Authorization } from './authorization.js';
import { sentenceOf } from './bars.js';
import { isMembersBody, isVillagersBody, type Body } from './body.js';
import { isCalendarDate, type CalendarDate } from './calendar-date.js';
import { fundKindOf, isOneOverlappingMatter } from './fund-source.js';
import { matterTypeOn, type MatterType, type Track } from './matters.js';
import { judgePetition, type Petition } from './petition.js';

export interface RouteInput {
  /** Keys A1 … A8, B1 … B12; at least one. */
  readonly matterTypes: readonly string[];
  /** The day the body meets; before it is fixed, the day of the routing. Chooses law and authorization. */
  readonly meetingOn: CalendarDate;
  readonly authorizations: readonly Authorization[];
  readonly fundSource?: string;
  /** Given when the source is 法定联名. */
  readonly petition?: Petition;
  /** Whether the 章程 sets up a 成员代表大会. */
  readonly hasMembersRepresentatives: boolean;
  /** False: the 村委会 acts for it under the same rules (集体法 Art 64; 村委会法 Art 28(4)). */
  readonly hasCollectiveOrganization: boolean;
  /** Of a changed resolution: the body that decided first, which alone may change it (bar 14). */
  readonly lockedBody?: Body;
}

export interface Routing {
  /** Null exactly when `splitNeeded`. */
  readonly body: Body | null;
  readonly authorizationId: string | null;
  /** All of them, where no single one covers every type. */
  readonly authorizationIds: readonly string[];
  /** Types of both tracks that are not one matter: two linked cases. */
  readonly splitNeeded: boolean;
  /** 'none' without 法定联名; 'insufficient': too few signed, an ordinary proposal. */
  readonly petition: 'none' | 'statutory' | 'insufficient';
  /** Chinese sentences for the 判定单, in order. */
  readonly reasons: readonly string[];
}

interface Choice {
  readonly body: Body;
  readonly authorizations: readonly Authorization[];
  readonly reasons: readonly string[];
}

/** The types as the law of the day sees them, or a sentence that names the one it does not know. */
function readTypes(input: RouteInput): Result<readonly MatterType[], string> {
  if (input.matterTypes.length === 0) return err('请至少选择一个事项类型。');
  const types: MatterType[] = [];
  for (const key of new Set(input.matterTypes)) {
    const type = matterTypeOn(key, input.meetingOn);
    if (type === null) return err(`请核对事项类型“${key}”：${input.meetingOn}的法律没有这一类事项。`);
    types.push(type);
  }
  return ok(types);
}

/** The track, or null where the matter must be split. */
function trackOf(types: readonly MatterType[], fundSource: string | undefined): Track | null {
  const [first] = types;
  if (first !== undefined && types.every((type) => type.track === first.track)) return first.track;
  const kind = isOneOverlappingMatter(types) ? fundKindOf(fundSource) : null;
  if (kind === null) return null;
  return kind === 'village-money' ? 'A' : 'B';
}

function chooseVillagersBody(types: readonly MatterType[], input: RouteInput, demanded: Body | null): Choice {
  const assembly = (reason: string): Choice => ({
    body: 'villagers-assembly',
    authorizations: [],
    reasons: [reason],
  });
  if (input.lockedBody === 'villagers-assembly') return assembly(sentenceOf('changed-by-another-body'));
  if (types.some((type) => !type.delegable)) return assembly(sentenceOf('reserved-matter'));
  if (demanded === 'villagers-assembly') return assembly('联名人数达到法定数，由村民会议讨论决定。');
  const keys = types.map((type) => type.key);
  const authorizations = authorizationsCovering(keys, input.authorizations, input.meetingOn);
  if (authorizations === null) return assembly(sentenceOf('not-authorized'));
  const reasons = ['村民会议已授权，由村民代表会议讨论决定。'];
  return { body: 'representatives-meeting', authorizations, reasons };
}

function chooseMembersBody(types: readonly MatterType[], input: RouteInput): Choice {
  const reserved = types.filter((type) => !type.delegable).map((type) => type.key);
  const whole =
    input.lockedBody === 'members-assembly' || reserved.length > 0 || !input.hasMembersRepresentatives;
  const acting = input.hasCollectiveOrganization
    ? []
    : ['未设立农村集体经济组织，由村民委员会依法代行，适用同样的表决规则。'];
  const reason = whole
    ? reserved.length > 0
      ? `${reserved.join('、')}只能由成员大会决定。`
      : '由成员大会讨论决定。'
    : '章程设有成员代表大会，由成员代表大会讨论决定。';
  const body = whole ? 'members-assembly' : 'members-representatives-meeting';
  return { body, authorizations: [], reasons: [reason, ...acting] };
}

const split = (petition: Routing['petition'], reasons: readonly string[]): Routing => ({
  body: null,
  authorizationId: null,
  authorizationIds: [],
  splitNeeded: true,
  petition,
  reasons: [...reasons, '事项同时涉及村民会议和成员大会的职权，请分立两件关联事项分别办理。'],
});

interface PetitionReading {
  readonly petition: Routing['petition'];
  readonly demanded: Body | null;
  readonly reasons: readonly string[];
}

function readPetition(input: RouteInput): PetitionReading {
  if (input.petition === undefined) return { petition: 'none', demanded: null, reasons: [] };
  const { demands, needed } = judgePetition(input.petition);
  if (demands !== null) return { petition: 'statutory', demanded: demands, reasons: [] };
  const reasons = [`联名人数未达法定数（至少${needed}人），不按法定联名办理。`];
  return { petition: 'insufficient', demanded: null, reasons };
}

/** A locked body of the other family cannot be kept: the changed matter is not the one it decided. */
function lockProblem(track: Track, lockedBody: Body | undefined): string | null {
  if (lockedBody === undefined) return null;
  const fits = track === 'A' ? isVillagersBody(lockedBody) : isMembersBody(lockedBody);
  return fits ? null : sentenceOf('changed-by-another-body');
}

/**
 * 决策主体判定: which body decides the matter on that day (procedure sheet `major-matter`, Routing).
 * The same call re-checks the authorization when the ballot opens. The error is a sentence for the registrar.
 */
export function routeDecisionBody(input: RouteInput): Result<Routing, string> {
  if (!isCalendarDate(input.meetingOn)) return err('请填写会议日期，格式为2026-01-31。');
  const types = readTypes(input);
  if (!types.ok) return types;
  const { petition, demanded, reasons } = readPetition(input);
  const track = trackOf(types.value, input.fundSource);
  if (track === null) return ok(split(petition, reasons));
  const problem = lockProblem(track, input.lockedBody);
  if (problem !== null) return err(problem);
  const mixed = types.value.some((type) => type.track !== track);
  const own = types.value.filter((type) => type.track === track);
  const choice = track === 'A' ? chooseVillagersBody(own, input, demanded) : chooseMembersBody(own, input);
  const ids = choice.authorizations.map((authorization) => authorization.id);
  const bySource = mixed
    ? [
        track === 'A'
          ? '按资金来源（村级资金）由村民一方决定。'
          : '按资金来源（成员集体资产）由成员一方决定。',
      ]
    : [];
  return ok({
    body: choice.body,
    authorizationId: ids[0] ?? null,
    authorizationIds: ids,
    splitNeeded: false,
    petition,
    reasons: [...reasons, ...bySource, ...choice.reasons],
  });
}
