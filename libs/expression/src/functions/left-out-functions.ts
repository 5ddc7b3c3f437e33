/**
 * Functions that Camunda 8 documents and we leave out, with the reason that the author of an expression is told
 * (Chinese). Everything else of its built-in functions is in `builtInFunctions`; `docs/feel.md` lists both.
 */
export const leftOutFunctions: ReadonlyMap<string, string> = new Map([
  ['random number', '随机数会使重放得出不同结果，请由服务任务给出'],
  ['uuid', '随机编号会使重放得出不同结果，请用案件自己的编号'],
  ['fromAi', '本系统没有相应的集成'],
  ['and', '请改用 all'],
  ['or', '请改用 any'],
  ['put', '请改用 context put'],
  ['put all', '请改用 context merge'],
]);
