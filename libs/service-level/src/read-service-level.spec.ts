import { checkServiceLevel, readServiceLevel, type ServiceLevelExtension } from './read-service-level.js';

const extension = (
  attributes: Record<string, string>,
  rungs: Record<string, string>[] = [],
): ServiceLevelExtension => ({
  name: 'serviceLevel',
  attributes,
  children: rungs.map((rung) => ({ name: 'rung', attributes: rung, children: [] })),
});

describe('readServiceLevel', () => {
  it('reads what a process file says', () => {
    const attributes = {
      term: '5W',
      from: '=proposedOn',
      ladder: 'LV',
      unconfirmed: 'true',
      basis: '组织法第三十五条',
    };
    expect(readServiceLevel(extension(attributes))).toMatchObject({
      ok: true,
      value: {
        name: '',
        term: '5W',
        from: '=proposedOn',
        due: null,
        warn: null,
        basis: '组织法第三十五条',
        unconfirmed: true,
      },
    });
  });

  it('reads a ladder of its own', () => {
    const rungs: Record<string, string>[] = [
      { to: 'handler, town-head@town' },
      { after: '2W', to: 'outside:枣庄市纪委监委', disclosure: 'number-and-term' },
    ];
    expect(readServiceLevel(extension({ due: '=plannedEnd', warn: '7D' }, rungs))).toMatchObject({
      ok: true,
      value: {
        term: null,
        due: '=plannedEnd',
        warn: '7D',
        unconfirmed: false,
        rungs: [
          { after: null, to: ['handler', 'town-head@town'], disclosure: 'case' },
          { after: '2W', to: ['outside:枣庄市纪委监委'], disclosure: 'number-and-term' },
        ],
      },
    });
  });

  it('tells the handler alone where there is no ladder', () => {
    expect(readServiceLevel(extension({ term: '5W' }))).toMatchObject({
      value: { rungs: [{ after: null, to: ['handler'] }] },
    });
  });

  it('gives policies that are plain JSON', () => {
    const read = readServiceLevel(extension({ term: '5W', ladder: 'LN' }));
    expect(JSON.parse(JSON.stringify(read))).toEqual(read);
  });
});

describe('checkServiceLevel', () => {
  it.each<[string, Record<string, string>, Record<string, string>[], string]>([
    ['no term', {}, [], '请填写期限（term）或截止日（due）之一。'],
    ['two terms', { term: '5W', due: '=end' }, [], '请填写期限（term）或截止日（due）之一。'],
    ['a wrong term', { term: 'P5D' }, [], '期限“P5D”无法识别'],
    ['a due that is no expression', { due: '2026-08-31' }, [], '截止日（due）'],
    ['a from that is no expression', { term: '5W', from: 'proposedOn' }, [], '起算日（from）'],
    ['an empty expression', { term: '5W', from: '= ' }, [], '起算日（from）'],
    ['a due with a from', { due: '=end', from: '=start' }, [], '不填起算日'],
    ['a warning in hours', { term: '5W', warn: '4H' }, [], '预警提前量“4H”'],
    ['an unknown ladder', { term: '5W', ladder: 'LX' }, [], '没有督办阶梯“LX”'],
    ['a ladder from the prototype', { term: '5W', ladder: 'toString' }, [], '没有督办阶梯'],
    ['an unknown office', { term: '5W', ladder: 'LT', office: 'wai' }, [], '没有代码为“wai”的科室'],
    ['a clock without a name', { term: '5W', clock: '' }, [], '时钟名“”'],
    ['a pause of what is no clock of the case', { term: '5W', pauses: '听证' }, [], 'pauses'],
    ['a pause for nothing', { term: '5W', clock: 'recheck', pauses: ' , ' }, [], 'pauses'],
    ['a clock in capitals', { term: '5W', clock: 'Sixty' }, [], '时钟名“Sixty”'],
    ['a mark that is no truth value', { term: '5W', unconfirmed: 'yes' }, [], 'unconfirmed'],
    ['a misspelled attribute', { term: '5W', laddder: 'LV' }, [], '没有“laddder”这一属性'],
    ['ladder and rungs', { term: '5W', ladder: 'LV' }, [{ to: 'handler' }], '只能填写一种'],
    ['a rung for nobody', { term: '5W' }, [{ to: ' , ' }], '没有接收人'],
    ['an unknown recipient', { term: '5W' }, [{ to: 'handler, emperor' }], '督办接收人“emperor”'],
    ['a position in the wrong place', { term: '5W' }, [{ to: 'town-head' }], '督办接收人“town-head”'],
    ['an outside body without a name', { term: '5W' }, [{ to: 'outside:' }], '督办接收人“outside:”'],
    ['a first rung that waits', { term: '5W' }, [{ after: '1W', to: 'handler' }], '第一个督办级'],
    [
      'rungs that do not ascend',
      { term: '5W' },
      [{ to: 'handler' }, { after: '3W', to: 'handler' }, { after: '3W', to: 'handler' }],
      '依次递增',
    ],
    [
      'rungs of two kinds',
      { term: '5W' },
      [{ to: 'handler' }, { after: '1W', to: 'handler' }, { after: '9D', to: 'handler' }],
      '依次递增',
    ],
    ['a second breach', { term: '5W' }, [{ to: 'handler' }, { to: 'handler' }], '依次递增'],
    [
      'a rung of a wrong kind',
      { term: '5W' },
      [{ to: 'handler' }, { after: '5B', to: 'handler' }],
      'after“5B”',
    ],
    ['an unknown disclosure', { term: '5W' }, [{ to: 'handler', disclosure: 'all' }], 'disclosure'],
    ['an unknown attribute of a rung', { term: '5W' }, [{ to: 'handler', when: '1W' }], '没有“when”这一属性'],
  ])('refuses %s, and so does the reader', (_what, attributes, rungs, sentence) => {
    const problems = checkServiceLevel(extension(attributes, rungs));
    expect(problems).toContainEqual(expect.stringContaining(sentence));
    expect(readServiceLevel(extension(attributes, rungs))).toEqual({ ok: false, error: problems[0] });
  });

  it('refuses a child that is no rung', () => {
    const stray = { name: 'step', attributes: {}, children: [] };
    expect(checkServiceLevel({ ...extension({ term: '5W' }), children: [stray] })).toEqual([
      '时限内不能有“step”，只能有督办级 rung。',
    ]);
  });

  it('names every problem at once', () => {
    expect(checkServiceLevel(extension({ term: 'x', ladder: 'y', office: 'z' }))).toHaveLength(3);
  });

  it.each<[Record<string, string>]>([
    [{ term: '5W', from: '=proposedOn', ladder: 'LV', unconfirmed: 'true' }],
    [{ term: '7W', ladder: 'LT', office: 'jingguan' }],
    [{ due: '=plannedEnd', ladder: 'LP', warn: '7D', name: '办理期限' }],
    [{ due: '=plannedEnd', clock: 'sixty-days' }],
    [{ due: '=plannedEnd', clock: 'recheck', pauses: '听证, 鉴定' }],
  ])('passes %j', (attributes) => expect(checkServiceLevel(extension(attributes))).toEqual([]));
});
