import { err, ok, type Result } from '@wuqing/kernel';
import { isOfficeCode, type OfficeCode } from './office-code.js';
import { isPositionKey, positionKeys, type PositionKey } from './position-key.js';
import type { UnitKind } from './unit.js';

/** Where the position is looked for, seen from the case's unit. */
export type CandidatePlace = 'village' | 'branch' | 'town' | `office:${OfficeCode}`;

/** Who may take a step, as a process definition says it: a position in a place, never a person. */
export interface CandidateReference {
  readonly position: PositionKey;
  readonly place: CandidatePlace;
}

const kindAt = (place: CandidatePlace): UnitKind => {
  if (place === 'branch') return 'general-branch';
  return place === 'village' || place === 'town' ? place : 'office';
};

function parsePlace(text: string | undefined): CandidatePlace | null {
  if (text === undefined) return 'village';
  if (text === 'branch' || text === 'town') return text;
  const code = text.startsWith('office:') ? text.slice('office:'.length) : null;
  return isOfficeCode(code) ? `office:${code}` : null;
}

/**
 * `<position>` (in the case's village), `<position>@branch`, `<position>@town` or `<position>@office:<office code>`.
 * The error is for whoever draws the process: an unknown position or place, or a position that no such unit has.
 */
export function parseCandidateReference(text: string): Result<CandidateReference, string> {
  const [name = '', placeText, ...rest] = text.trim().split('@');
  if (!isPositionKey(name)) return err(`Expected a position before “@”, found “${text}”`);
  const place = rest.length === 0 ? parsePlace(placeText) : null;
  if (place === null) return err(`Expected “@branch”, “@town” or “@office:<office code>”, found “${text}”`);
  const { unitKind } = positionKeys[name];
  if (unitKind !== kindAt(place))
    return err(`Expected “${name}” in a unit of kind ${unitKind}, found “${text}”`);
  return ok({ position: name, place });
}

/** A comma-separated list of references (`candidateGroups`); the first error, or the references in order. */
export function parseCandidateGroups(text: string): Result<readonly CandidateReference[], string> {
  const references: CandidateReference[] = [];
  for (const item of text.split(',')) {
    const parsed = parseCandidateReference(item);
    if (!parsed.ok) return parsed;
    references.push(parsed.value);
  }
  return ok(references);
}
