import { checkComplaint, isComplaintKind, type ComplaintField } from './complaint-form.js';

const units = ['town', 'v01'];
const sound = { unit: 'v01', request: '补测面积。', facts: '漏算西厢房。', names: '', phone: '', token: 't' };
const faultsOf = (over: Record<string, unknown>): string[] => {
  const checked = checkComplaint({ ...sound, ...over }, units);
  return checked.ok ? [] : Object.keys(checked.faults);
};

describe('what a complainant sends', () => {
  it('needs a place, a request and facts, no name and no telephone', () =>
    expect(checkComplaint(sound, units)).toMatchObject({
      ok: true,
      read: { unit: 'v01', names: [], contact: null },
    }));

  it('names each who speaks for many, however they are parted', () =>
    expect(
      checkComplaint({ ...sound, names: ' 王秀英、李四\n\n赵五，钱六 ', phone: '13800000000' }, units),
    ).toMatchObject({
      read: { names: ['王秀英', '李四', '赵五', '钱六'], contact: '13800000000' },
    }));

  const rows: [string, Record<string, unknown>, ComplaintField[]][] = [
    ['no place', { unit: '' }, ['unit']],
    ['a place of his own', { unit: 'v99' }, ['unit']],
    ['a word of every object', { unit: 'toString' }, ['unit']],
    ['two places', { unit: ['v01', 'town'] }, ['unit']],
    ['no request', { request: ' \n ' }, ['request']],
    ['no facts, but signs that nobody sees', { facts: '\u200b\u2060' }, ['facts']],
    ['too long a request', { request: '字'.repeat(501) }, ['request']],
    ['the longest texts', { request: '字'.repeat(500), facts: '字'.repeat(3_000) }, []],
    ['too long facts', { facts: '字'.repeat(3_001) }, ['facts']],
    ['five who speak for many', { names: '一\n二\n三\n四\n五' }, []],
    ['six who speak for many', { names: '一\n二\n三\n四\n五\n六' }, ['names']],
    ['too long a name', { names: '名'.repeat(51) }, ['names']],
    ['a telephone that is none', { phone: 'javascript:alert(1)' }, ['phone']],
    ['a field that people do not see', { website: 'http://x' }, ['form']],
    ['nothing', { unit: undefined, request: undefined, facts: undefined }, ['unit', 'request', 'facts']],
  ];
  it.each(rows)('%s', (_what, over, faults) => expect(faultsOf(over)).toEqual(faults));

  it.each([
    ['matters', true],
    ['officials', true],
    ['higher-officials', false],
    ['toString', false],
    ['', false],
  ])('there is a form about %j: %s', (kind, is) => expect(isComplaintKind(kind)).toBe(is));
});
