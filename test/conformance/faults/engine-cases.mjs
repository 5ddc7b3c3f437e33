/**
 * What is done with each model of a folder of faults, in the words of this engine, and what is right: a text that the answer
 * must be, a pattern, or a list of them. A `desk` publishes a file and stands for all that come from outside.
 */
const vote = async (desk, answers) => {
  const it = await desk.begin({ members: answers.map((_, index) => `m${index}`) });
  answers.forEach((answer, index) => it.answer(`vote#${index + 3}`, answer));
  return it.say({ votes: it.variable('votes'), left: it.variable('vote') });
};

export const engineCases = [
  {
    model: 'camunda-4860.bpmn',
    what: 'a member who says nothing has said nothing',
    ask: (desk) => vote(desk, [{ vote: 'yes' }, {}]),
    right: '{"votes":["yes",null]}',
  },
  {
    model: 'camunda-4860-sub-process.bpmn',
    what: 'households that take turns keep their opinions',
    ask: async (desk) => {
      const it = await desk.begin({ households: ['a', 'b'] });
      const [one, other] = it.waiting();
      it.answer(one, { opinion: 'for' });
      it.answer(other, { opinion: 'against' });
      for (const key of it.waiting()) it.answer(key);
      return it.say(it.variable('opinions'));
    },
    right: '["for","against"]',
  },
  {
    model: 'camunda-6953.bpmn',
    what: 'no answer is lost where a field is named like the list',
    ask: async (desk) => {
      const it = await desk.begin({ members: ['a', 'b', 'c'] });
      ['yes', 'no', 'none'].forEach((answer, index) => it.answer(`vote#${index + 3}`, { vote: answer }));
      return it.say(it.variable('vote'));
    },
    right: ['[{"says":"yes","who":"a"},{"says":"no","who":"b"},{"says":"none","who":"c"}]', /^refused: /],
  },
  {
    model: 'camunda-15824.bpmn',
    what: 'a row reads the row before it',
    ask: async (desk) => {
      const it = await desk.begin({ net: 1000 });
      it.complete('a', { gross: 100, tax: 20 });
      return it.say({ net: it.variable('net'), share: it.variable('share') });
    },
    right: '{"net":80,"share":40}',
  },
  {
    model: 'camunda-3038.bpmn',
    what: 'a term that is over fires at once',
    ask: async (desk) => {
      const it = await desk.begin({ dueAt: '2026-08-24T08:00:00+08:00' });
      const [due] = it.dueTimes();
      if (due === undefined || due > it.now()) return it.say({ due, incidents: it.incidents() });
      it.fire('late');
      return it.say(it.open);
    },
    right: '["chase"]',
  },
  {
    model: 'camunda-18167.bpmn',
    what: 'a day that no calendar has is refused',
    ask: (desk) => desk.verdict(),
    right: /^refused: timer-definition w .*2026-02-30T09:00:00\+08:00.*例如/,
  },
  {
    model: 'camunda-19212.bpmn',
    beside: ['camunda-19212-next-version.bpmn'],
    what: 'what is stuck before it began waits once after a migration',
    ask: async (desk) => {
      const it = await desk.begin({});
      await it.moveTo('camunda-19212-next-version.bpmn', {});
      const before = it.timers().length;
      it.mend('a', { w: 1 });
      const after = it.timers().length;
      it.fire('remind');
      return it.say({ before, after, open: it.open });
    },
    right: '{"after":1,"before":0,"open":["a","call"]}',
  },
  {
    model: 'camunda-19960.bpmn',
    beside: ['camunda-19960-next-version.bpmn'],
    what: 'two events do not become one',
    ask: async (desk) => {
      const it = await desk.begin({});
      return it.moveTo('camunda-19960-next-version.bpmn', { second: 'first' });
    },
    right: /^refused: (?=.*first)(?=.*second)/,
  },
  {
    model: 'camunda-3680.bpmn',
    what: 'an interruption takes the incident of a join with it',
    ask: async (desk) => {
      const it = await desk.begin({ go: false });
      it.complete('a');
      it.correlate('w-start');
      it.complete('close');
      return it.say({ status: it.state.status, incidents: it.incidents() });
    },
    right: '{"incidents":[],"status":"completed"}',
  },
  {
    model: 'camunda-10477.bpmn',
    what: 'a scope that an operator gave back hears its events again',
    ask: async (desk) => {
      const it = await desk.begin({});
      it.correlate('w-start');
      it.modify(['a'], ['withdraw']);
      it.correlate('w-start');
      return it.say(it.open);
    },
    right: '["close"]',
  },
  {
    model: 'camunda-1709.bpmn',
    what: 'two events at one place for one message',
    ask: (desk) => desk.verdict(),
    right: /^(refused|warned): .*b2 .*withdrawal/,
  },
  {
    model: 'camunda-37376.bpmn',
    what: 'a membership and something else',
    ask: async (desk) => {
      const it = await desk.begin({});
      it.complete('ask', { role: 'clerk', amount: 10 });
      return it.say(it.open);
    },
    right: ['["yes"]', /^refused: /],
  },
  {
    model: 'lezer-feel-99.bpmn',
    what: 'half a comparison within an expression',
    ask: (desk) => desk.verdict(),
    right: /^refused: .*比较/,
  },
  {
    model: 'lezer-feel-99-table.dmn',
    what: 'half a comparison within an entry',
    ask: (desk) => desk.decisions(),
    right: /^refused: .*比较/,
  },
  {
    model: 'camunda-7-to-8-19.bpmn',
    what: 'what another engine computes is named',
    ask: (desk) => desk.verdict(),
    right: /^(refused|warned): (?=.*inputOutput)(?=.*dueDate)/s,
  },
  {
    model: 'camunda-48299.bpmn',
    what: 'ids in Chinese',
    ask: (desk) => desk.verdict(),
    right: ['published', /^refused: \S+ 村务公开 [^\n]*\n\S+ 审批 [^\n]*$/],
  },
];
