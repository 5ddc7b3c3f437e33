import { err, ok, type Result } from '@wuqing/kernel';
import { bodies, isBody, type Body } from './body.js';

/** The part of a `wq:` element this room reads; the compiled model's extension elements fit it. */
export interface WqElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** A body by name, or a FEEL expression (with its leading `=`) that yields one. */
export type BodyReference = { readonly body: Body } | { readonly expression: string };

/**
 * `<wq:ballot body="=body" secret="true" relatedParties="=relatedParties" unconfirmed="true"/>` on the user task that
 * records a ballot.
 */
export interface BallotExtension {
  readonly body: BodyReference;
  /** FEEL expression of the 关联人, who must recuse themselves as their kin must. */
  readonly relatedParties?: string;
  /** 无记名; true unless the file says otherwise. */
  readonly secret: boolean;
  readonly unconfirmed: boolean;
}

/** `<wq:quorum body="party-meeting" stricter="true"/>` on the user task whose meeting is judged. */
export interface QuorumExtension {
  readonly body: BodyReference;
  readonly relatedParties?: string;
  /** 党员大会: two thirds instead of a half. */
  readonly stricter: boolean;
  readonly unconfirmed: boolean;
}

/** `<wq:decisionBody body="body" authorization="authorizationId"/>`: the variables that the routing fills. */
export interface DecisionBodyExtension {
  readonly body: string;
  readonly authorization: string;
}

/** Where a process file may say the elements of this room, and what; each once at its place. */
export const deliberationWords = {
  ballot: { on: ['UserTask'], attributes: ['body', 'secret', 'relatedParties', 'unconfirmed'], once: true },
  quorum: { on: ['UserTask'], attributes: ['body', 'stricter', 'relatedParties', 'unconfirmed'], once: true },
  decisionBody: {
    on: ['ServiceTask', 'BusinessRuleTask'],
    attributes: ['body', 'authorization'],
    once: true,
  },
  observer: { on: ['UserTask'], attributes: [], once: true },
} as const;

const VARIABLE = /^[A-Za-z_][A-Za-z0-9_]*$/;

function readBody(element: WqElement): Result<BodyReference, string> {
  const value = element.attributes['body'];
  if (value === undefined) return err(`Expected wq:${element.name} to have the attribute body`);
  if (value.startsWith('=')) return ok({ expression: value });
  if (isBody(value)) return ok({ body: value });
  return err(
    `Expected body of wq:${element.name} to be an expression or one of ${bodies.join(', ')}, found ${value}`,
  );
}

function readRelatedParties(element: WqElement): Result<{ readonly relatedParties?: string }, string> {
  const { relatedParties } = element.attributes;
  if (relatedParties === undefined) return ok({});
  return relatedParties.startsWith('=')
    ? ok({ relatedParties })
    : err(`Expected relatedParties of wq:${element.name} to be an expression, found ${relatedParties}`);
}

function readFlag(element: WqElement, key: string, absent: boolean): Result<boolean, string> {
  const value = element.attributes[key];
  if (value === undefined) return ok(absent);
  if (value === 'true' || value === 'false') return ok(value === 'true');
  return err(`Expected ${key} of wq:${element.name} to be true or false, found ${value}`);
}

function refuseUnknown(element: WqElement, known: readonly string[]): Result<null, string> {
  const unknown = Object.keys(element.attributes).find((key) => !known.includes(key));
  return unknown === undefined
    ? ok(null)
    : err(`Expected wq:${element.name} to have only ${known.join(', ')}, found ${unknown}`);
}

export function readBallot(element: WqElement): Result<BallotExtension, string> {
  const known = refuseUnknown(element, deliberationWords.ballot.attributes);
  if (!known.ok) return known;
  const body = readBody(element);
  if (!body.ok) return body;
  const related = readRelatedParties(element);
  if (!related.ok) return related;
  const secret = readFlag(element, 'secret', true);
  if (!secret.ok) return secret;
  const unconfirmed = readFlag(element, 'unconfirmed', false);
  if (!unconfirmed.ok) return unconfirmed;
  return ok({ body: body.value, ...related.value, secret: secret.value, unconfirmed: unconfirmed.value });
}

export function readQuorum(element: WqElement): Result<QuorumExtension, string> {
  const known = refuseUnknown(element, deliberationWords.quorum.attributes);
  if (!known.ok) return known;
  const body = readBody(element);
  if (!body.ok) return body;
  const related = readRelatedParties(element);
  if (!related.ok) return related;
  const stricter = readFlag(element, 'stricter', false);
  if (!stricter.ok) return stricter;
  const unconfirmed = readFlag(element, 'unconfirmed', false);
  if (!unconfirmed.ok) return unconfirmed;
  return ok({ body: body.value, ...related.value, stricter: stricter.value, unconfirmed: unconfirmed.value });
}

export function readDecisionBody(element: WqElement): Result<DecisionBodyExtension, string> {
  const known = refuseUnknown(element, deliberationWords.decisionBody.attributes);
  if (!known.ok) return known;
  const { body, authorization } = element.attributes;
  const wrong = [body, authorization].find((name) => name === undefined || !VARIABLE.test(name));
  if (body === undefined || authorization === undefined || wrong !== undefined) {
    return err('Expected wq:decisionBody to name the variables body and authorization');
  }
  return ok({ body, authorization });
}

const problems = (result: Result<unknown, string>): string[] => (result.ok ? [] : [result.error]);

/**
 * The checkers the linter receives, by the element's local name: [] or messages beginning “Expected …”. `wq:observer`
 * marks an act of the 村监会: before it counts, the door says whether the person may supervise (bar 15).
 */
export const deliberationExtensions: Readonly<Record<string, (element: WqElement) => string[]>> = {
  ballot: (element) => problems(readBallot(element)),
  quorum: (element) => problems(readQuorum(element)),
  decisionBody: (element) => problems(readDecisionBody(element)),
  observer: (element) => problems(refuseUnknown(element, deliberationWords.observer.attributes)),
};
