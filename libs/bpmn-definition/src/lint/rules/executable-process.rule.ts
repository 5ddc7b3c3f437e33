import type { Rule } from '../rule.js';

const keyPattern = /^[A-Za-z_][\w.-]{0,99}$/;

/** A file holds exactly one executable process, and its id can be the name of a workflow. */
export const executableProcess: Rule = {
  name: 'executable-process',
  check: ({ executables }) => {
    const [first, second] = executables;
    if (!first) return [{ message: '没有可执行的流程,请在流程属性中勾选「可执行」。' }];
    if (second)
      return [{ message: '一个文件只能有一个可执行的流程,请把其余的另存为文件。', elementId: second.id }];
    if (keyPattern.test(first.id ?? '') && first.id !== '__proto__') return [];
    return [
      {
        message: '流程标识要以英文字母开头,只用字母、数字、点、横线,至多 100 个字符,请修改。',
        elementId: first.id,
      },
    ];
  },
};
