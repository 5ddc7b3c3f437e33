import type { MeView } from '../../client/api.js';
import { navGroupsFor } from './nav-entries.js';

const cadre: MeView = {
  person: { id: 'p', name: '郑巧香' },
  positions: [],
  townName: '清和镇',
  csrfToken: '',
  maySupervise: false,
  mayInspect: false,
  mayRepair: false,
  mayMigrate: false,
  mayInvite: false,
  mayReadLedgers: false,
  mayUseSlips: false,
  mayUseLetters: false,
  mayReadSecurityLog: false,
  mustChangePassword: false,
  hasSecondFactor: false,
  mustSetSecondFactor: false,
};
const namesFor = (me: MeView): string[] =>
  navGroupsFor(me).flatMap(({ entries }) => entries.map(({ label }) => label));

describe('the navigation', () => {
  it('names no page that the person may not open, and no group without a page', () => {
    expect(namesFor(cadre)).not.toContain('运行异常');
    expect(namesFor(cadre)).not.toContain('台账');
    expect(navGroupsFor(cadre).map(({ title }) => title)).not.toContain('组织');
  });

  it('has the lists of one’s own work first, in the order of the pictures', () =>
    expect(namesFor(cadre).slice(0, 6)).toEqual(['待办', '待签收', '已办', '我发起的', '抄送', '草稿']));

  it('has a page a right', () =>
    expect(
      namesFor({ ...cadre, mayRepair: true, mayMigrate: true, mayInvite: true, mayReadLedgers: true }),
    ).toEqual(expect.arrayContaining(['运行异常', '批量迁移', '账号', '台账'])));

  it('has supervision before one’s own business for whoever supervises, and behind it for all others', () => {
    const titles = (me: MeView) => navGroupsFor(me).map(({ title }) => title);
    expect(titles(cadre)).toEqual(['我的工作', '业务', '监督']);
    expect(titles({ ...cadre, maySupervise: true })).toEqual(['我的工作', '监督', '业务']);
  });

  it('gives no key twice', () => {
    const keys = navGroupsFor(cadre).flatMap(({ entries }) => entries.flatMap(({ key }) => key ?? []));
    expect(new Set(keys).size).toBe(keys.length);
  });
});
