import { err, ok, type Json, type JsonObject, type Result } from '@wuqing/kernel';
import { bodyOf } from './body.js';
import { count, flag, headCount, objects, readFields, text, texts } from './json-reading.js';
import { judgeResolution } from './judge-resolution.js';
import type { AssemblyBasis, ResolutionInput } from './resolution-counts.js';
import { readAuthorization } from './read-authorization.js';
import { routeDecisionBody, type RouteInput } from './route-decision-body.js';

export type LaneService = (input: JsonObject) => Result<JsonObject, string>;

/** The M block of a meeting and who met; see `ResolutionInput`. `recused` may be the list of persons. */
const judgeFields = {
  body: text,
  decidedOn: text,
  shouldAttend: count,
  present: count,
  yes: count,
  no: count,
  abstain: count,
  recused: headCount,
  womenShould: count,
  womenPresent: count,
  basis: text,
  households: count,
  online: count,
  proxies: count,
  stricterQuorum: flag,
};

const isBasis = (value: string): value is AssemblyBasis => value === '18岁以上村民' || value === '户代表';

/** A count that is not given is NaN, which the check of the counts names in its own sentence. */
function readJudgeInput(json: JsonObject): Result<ResolutionInput, string> {
  const read = readFields(json, judgeFields);
  if (!read.ok) return read;
  const { body: bodyText, basis, ...counts } = read.value;
  const body = bodyOf(bodyText ?? null);
  if (body === null) return err(`Expected body to name a deciding body, found ${bodyText ?? 'none'}`);
  if (basis !== undefined && !isBasis(basis))
    return err(`Expected basis to be 18岁以上村民 or 户代表，found ${basis}`);
  const {
    decidedOn = '',
    shouldAttend = NaN,
    present = NaN,
    yes = NaN,
    no = NaN,
    abstain = NaN,
    recused = 0,
  } = counts;
  // A body other than the 村民会议 has no basis to choose; its form field may still carry one.
  const chosen = body === 'villagers-assembly' ? basis : undefined;
  return ok({ ...counts, body, basis: chosen, decidedOn, shouldAttend, present, yes, no, abstain, recused });
}

/** `wuqing.judge-resolution`: counts in, the whole `ResolutionJudgement` out. */
function judgeResolutionService(json: JsonObject): Result<JsonObject, string> {
  const input = readJudgeInput(json);
  if (!input.ok) return input;
  const judged = judgeResolution(input.value);
  return judged.ok ? ok(asJson({ ...judged.value })) : judged;
}

const routeFields = {
  matterTypes: texts,
  /** The day of the meeting once it is fixed; `proposedOn` (动议日) stands in before. */
  meetingOn: text,
  proposedOn: text,
  source: text,
  proposerKind: text,
  proposerCount: count,
  fundSource: text,
  villagers: count,
  representatives: count,
  authorizations: objects,
  hasMembersRepresentatives: flag,
  hasCollectiveOrganization: flag,
  lockedBody: text,
};

type RouteRead = Extract<ReturnType<typeof readRouteFields>, { ok: true }>['value'];
const readRouteFields = (json: JsonObject) => readFields(json, routeFields);

function readPetition(read: RouteRead): Result<RouteInput['petition'], string> {
  if (read.source !== '法定联名') return ok(undefined);
  const { proposerKind, proposerCount, villagers, representatives } = read;
  if (proposerKind !== '村民' && proposerKind !== '村民代表') return err('请选择联名人是村民还是村民代表。');
  if (proposerCount === undefined) return err('请填写联名人数。');
  if (villagers === undefined || representatives === undefined) {
    return err('Expected villagers and representatives, the rolls a petition is measured against');
  }
  return ok({ proposerKind, proposerCount, villagers, representatives });
}

function readLockedBody(value: string | undefined): Result<RouteInput['lockedBody'], string> {
  if (value === undefined) return ok(undefined);
  const body = bodyOf(value);
  return body === null ? err(`Expected lockedBody to name a deciding body, found ${value}`) : ok(body);
}

function readRouteInput(json: JsonObject): Result<RouteInput, string> {
  const read = readRouteFields(json);
  if (!read.ok) return read;
  const petition = readPetition(read.value);
  if (!petition.ok) return petition;
  const lockedBody = readLockedBody(read.value.lockedBody);
  if (!lockedBody.ok) return lockedBody;
  const authorizations = (read.value.authorizations ?? []).map(readAuthorization);
  const unreadable = authorizations.find((authorization) => !authorization.ok);
  if (unreadable !== undefined && !unreadable.ok) return unreadable;
  return ok({
    matterTypes: read.value.matterTypes ?? [],
    meetingOn: read.value.meetingOn ?? read.value.proposedOn ?? '',
    authorizations: authorizations.flatMap((authorization) =>
      authorization.ok ? [authorization.value] : [],
    ),
    fundSource: read.value.fundSource,
    petition: petition.value,
    hasMembersRepresentatives: read.value.hasMembersRepresentatives ?? false,
    hasCollectiveOrganization: read.value.hasCollectiveOrganization ?? true,
    lockedBody: lockedBody.value,
  });
}

/** `wuqing.route-decision-body`: matter, rolls and authorizations in, the whole `Routing` out. */
function routeDecisionBodyService(json: JsonObject): Result<JsonObject, string> {
  const input = readRouteInput(json);
  if (!input.ok) return input;
  const routed = routeDecisionBody(input.value);
  return routed.ok ? ok(asJson({ ...routed.value })) : routed;
}

/** Judgement and routing are flat and hold only JSON values. */
const asJson = (value: Readonly<Record<string, Json | readonly string[]>>): JsonObject => value;

/** The service tasks `wuqing.*` that the workflow shell runs in the lane's own turn, by task type. */
export const laneServices: Readonly<Record<string, LaneService>> = {
  'wuqing.judge-resolution': judgeResolutionService,
  'wuqing.route-decision-body': routeDecisionBodyService,
};
