import type { OperationChoicesView } from '../../../client/api.js';
import { NO_CHOICES, offersOf, type OfferedOn } from './offers-of.js';

const detail: OfferedOn = {
  suspendedAt: null,
  returnTargets: [],
  operations: [],
  running: [],
  parent: null,
  mayCancel: false,
  mayRestart: false,
};
const step = { elementId: 'a', name: '登记', type: 'userTask', within: '' };
const kindsOf = (given: Partial<OfferedOn>, from: Partial<OperationChoicesView> | null = {}): string[] =>
  offersOf({ ...detail, ...given }, from === null ? undefined : { ...NO_CHOICES, ...from }).map(
    ({ kind }) => kind,
  );

describe('what is offered on a case', () => {
  it('is nothing where the API allows nothing', () => expect(kindsOf({})).toEqual([]));

  it('is to go on where it stands still', () => {
    const operations = ['case.suspend'];
    expect(kindsOf({ operations })).toEqual(['suspend']);
    expect(kindsOf({ operations, suspendedAt: '2026-08-24T01:00:00.000Z' })).toEqual(['resume']);
  });

  it('is nothing of what there is nothing to do it to', () => {
    const operations = ['case.override', 'case.add-member', 'case.activate-step', 'case.migrate'];
    expect(kindsOf({ operations })).toEqual([]);
    expect(kindsOf({ operations }, null)).toEqual([]);
    const loop = { key: 's#2', elementId: 's', name: '签字', needsItem: false, members: [] };
    const version = { version: 2, inForce: true, effectiveFrom: '2026-08-24T01:00:00.000Z' };
    expect(kindsOf({ operations }, { steps: [step], loops: [loop], versions: [version] })).toEqual([
      'addMember',
      'modify',
      'migrate',
    ]);
  });

  it('is to begin anew where it has ended', () =>
    expect(kindsOf({ mayRestart: true }, { restartSteps: [step] })).toEqual(['restart']));
});
