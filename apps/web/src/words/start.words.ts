/** What is said of a case before it is started. */
export const startWords = {
  firstStep: '第一步要填的',
  papers: '准备好',
  fields: '填写',
  needed: '必填',
  steps: '办理步骤',
  rest: (count: number) => `其余 ${count} 步`,
  version: (version: number) => `第 ${version} 版`,
} as const;
