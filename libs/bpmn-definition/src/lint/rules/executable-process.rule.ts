import type { Rule } from '../rule.js';

/** A file holds exactly one executable process. */
export const executableProcess: Rule = {
  name: 'executable-process',
  check: ({ executables: [first, second] }) => {
    if (!first) return [{ message: '没有可执行的流程，请在流程属性中勾选「可执行」。' }];
    return second
      ? [{ message: '一个文件只能有一个可执行的流程，请把其余的另存为文件。', elementId: second.id }]
      : [];
  },
};
