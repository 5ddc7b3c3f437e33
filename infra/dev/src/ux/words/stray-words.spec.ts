import { strayWords } from './stray-words.js';

describe('stray words', () => {
  it.each([
    ['待办 12 件', []],
    ['已上传 签到表.PDF，1.2 MB', []],
    ['Ctrl K 搜索，j k 移动，Enter 打开', []],
    ['BPMN.iO', []],
    ['查询码 7KQX-M2', []],
    ['指纹 9f86d081884c7d659a2feaa0c55ad015', []],
    ['指纹 cddb…e6fa', []],
    ['2P73 HEMJ JK2M，MHCC CJCP XYZ', []],
    ['Powered by bpmn.io', []],
    ['2026-11-30T08:00:00Z', []],
    ['The case is not found', ['The', 'case', 'is', 'not', 'found']],
    ['状态 running，流程 major-matter', ['running', 'major', 'matter']],
    ['No data', ['No', 'data']],
    ['undefined 件，共 NaN 件', ['undefined', 'NaN']],
    ['undefined undefined', ['undefined']],
    ['Windows · Chrome，iPhone · Safari', []],
    ['Chromebook', ['Chromebook']],
  ])('%s: %j', (text, words) => expect(strayWords(text)).toEqual(words));

  it('lets stand what people are called', () =>
    expect(strayWords('登录名 jiwei-head，others', new Set(['jiwei-head']))).toEqual(['others']));
});
