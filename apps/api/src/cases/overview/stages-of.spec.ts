import { stagesOf, type DrawnProcess } from './stages-of.js';

type Drawn = readonly [id: string, name: string, inside?: readonly Drawn[]];
const OBSERVER = [{ name: 'observer', attributes: {}, children: [] }];

/** Tasks, and sub-processes around tasks; what is called `observe…` is supervision. */
function processOf(drawn: readonly Drawn[]): DrawnProcess {
  const nodes: Record<string, DrawnProcess['nodes'][string]> = {};
  const children: Record<string, string[]> = {};
  const put = (scope: string, members: readonly Drawn[]): void => {
    children[scope] = members.map(([id]) => id);
    for (const [id, name, inside] of members) {
      const extensions = id.startsWith('observe') ? OBSERVER : [];
      nodes[id] = { id, name, scope, type: inside ? 'subProcess' : 'userTask', extensions };
      if (inside) put(id, inside);
    }
  };
  put('p', drawn);
  return { key: 'p', nodes, children };
}

const told = (drawn: readonly Drawn[]) =>
  stagesOf(processOf(drawn)).map(({ key, name, isNumbered, elements }) => [
    `${isNumbered ? key : '–'} ${name}`,
    elements.join(' '),
  ]);

describe('stages', () => {
  it('are the numbers of the rules; what has none belongs to its sub-process, else to the number before', () => {
    expect(
      told([
        ['register', '立项登记'],
        [
          'deciding',
          '一至五 议事决策',
          [
            ['observe-1', '监督意见（一）'],
            ['observe-2', '监督意见（二）'],
            ['propose', '一 村党组织提议'],
            ['deliberate', '二 两委商议'],
            ['finalize', '方案定稿'],
            ['convene', '五(1) 会议通知与张榜'],
            ['decide', '五（2） 会议表决'],
          ],
        ],
        [
          'noticing',
          '六 决议公开',
          [
            ['period', '公开期', [['publish', '张榜']]],
            ['answer', '异议解答'],
          ],
        ],
      ]),
    ).toEqual([
      ['– 立项登记', 'register'],
      ['一 一 村党组织提议', 'observe-1 propose'],
      ['二 二 两委商议', 'observe-2 deliberate finalize'],
      ['五 五 会议表决', 'convene decide'],
      ['六 六 决议公开', 'publish answer'],
    ]);
  });

  it('stand in the order of their numbers, however they are drawn', () => {
    expect(
      told([
        ['c', '十二 归档'],
        ['b', '十 验收'],
        ['a', '二 商议'],
        ['d', '二十 回访'],
      ]).map(([name]) => name),
    ).toEqual(['二 二 商议', '十 十 验收', '十二 十二 归档', '二十 二十 回访']);
  });

  it('are the tasks themselves where nothing is numbered, supervision with the one before', () => {
    expect(
      told([
        ['a', '登记'],
        ['observe', '监督意见'],
        ['b', '审核'],
      ]),
    ).toEqual([
      ['a 登记', 'a observe'],
      ['b 审核', 'b'],
    ]);
    expect(stagesOf(processOf([]))).toEqual([]);
  });
});
