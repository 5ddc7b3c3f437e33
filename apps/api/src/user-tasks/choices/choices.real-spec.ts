import { randomUUID } from 'node:crypto';
import { checkDefinition } from '@wuqing/publication';
import { pickShape } from '@wuqing/forms';
import type { Json } from '@wuqing/kernel';
import { ApiUnderTest } from '../../testing/api-under-test.js';
import { PROCESS_KEY, people, units } from '../../testing/village-fixture.js';
import type { Visitor } from '../../testing/visitor.js';

const KEY = 'site-check';
const XML = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="urn:wuqing:process">
  <bpmn:process id="${KEY}" name="现场核查" isExecutable="true"><bpmn:startEvent id="start"/>
  <bpmn:userTask id="check" name="核查"><bpmn:extensionElements><zeebe:userTask/><zeebe:formDefinition formId="site-check"/>
    <zeebe:assignmentDefinition candidateGroups="village-clerk"/></bpmn:extensionElements></bpmn:userTask><bpmn:endEvent id="end"/>
  <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="check"/><bpmn:sequenceFlow id="f2" sourceRef="check" targetRef="end"/>
  </bpmn:process></bpmn:definitions>`;
const chosen = (word: object) => ({ ...pickShape, title: '所选', ...word });
const FORM = {
  type: 'object',
  'x-reader': 'V',
  additionalProperties: false,
  properties: {
    checker: {
      ...chosen({ 'x-person': { from: ['village'], positions: ['village-director'] } }),
      title: '核查人',
    },
    leader: { ...chosen({ 'x-person': { from: ['town', 'branch'] } }), title: '镇领导' },
    helpers: {
      type: 'array',
      title: '参加人',
      maxItems: 5,
      items: chosen({ 'x-person': { from: ['villagers', 'office:jingguan'] } }),
    },
    among: { ...chosen({ 'x-village': { from: 'branch' } }), title: '涉及村' },
    fixed: { ...chosen({ 'x-person': { from: ['town'] } }), title: '不改的人' },
    unseen: { ...chosen({ 'x-person': { from: ['town'] } }), title: '不显示的人' },
    note: { type: 'string', title: '说明', maxLength: 100 },
  },
};
const UI = { rights: { check: { fixed: 'read', unseen: 'hide' } } };

let api: ApiUnderTest;
let clerk: Visitor;
let taskId: string;

beforeAll(async () => {
  api = await ApiUnderTest.start('choices');
  clerk = await api.signedIn('clerk');
  const compiled = await checkDefinition(XML);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
  await api.query(
    `WITH f AS (INSERT INTO form_version (checksum, key, title, schema, ui) VALUES ('site-check-form', 'site-check', '现场核查', $4, $5))
     INSERT INTO process_definition_version (id, key, version, checksum, name, xml, compiled, forms, state, author, effective_from, created_at)
     VALUES (gen_random_uuid(), $1, 1, $1, '现场核查', $2, $3, '{"site-check":"site-check-form"}', 'in-force', 'system:library', '2026-01-01', '2026-01-01')`,
    [KEY, XML, JSON.stringify(compiled.value.process), JSON.stringify(FORM), JSON.stringify(UI)],
  );
  taskId = await started(KEY);
});

afterAll(() => api.stop());

async function started(processKey: string): Promise<string> {
  const { body } = await clerk.post(
    '/api/cases',
    { processKey, unitId: units.village, title: '核查道路' },
    randomUUID(),
  );
  const [task] = await api.query<{ id: string }>('SELECT id FROM user_task WHERE case_id = $1', [
    body.case.id,
  ]);
  return task!.id;
}

const ask = (visitor: Visitor, body: object, id = taskId) =>
  visitor.post(`/api/user-tasks/${id}/choices`, body);
const namesFor = async (field: string, search?: string): Promise<string[]> =>
  (await ask(clerk, { field, ...(search !== undefined && { search }) })).body.items.map(
    ({ name }: { name: string }) => name,
  );

describe('a picker offers', () => {
  it.each([
    ['checker', ['某director']],
    ['leader', ['某administrator', '某branchSecretary', '某townHead']],
    [
      'helpers',
      ['某clerk', '某director', '某officeClerk', '某representative', '某secondClerk', '某secretary'],
    ],
    ['among', ['柳河村', '杏林村']],
  ])('%s: %j', async (field, names) => expect((await namesFor(field)).sort()).toEqual([...names].sort()));

  it.each([
    ['director', ['某director']],
    ['mdir', ['某director']],
    ['ＭＤＩＲ', ['某director']],
    ['irector', ['某director']],
    ['townHead', []],
    ["%' OR true --", []],
  ])('what %j finds: %j', async (search, names) => expect(await namesFor('helpers', search)).toEqual(names));

  it('tells people of one name apart, by unit and title', async () => {
    const { body } = await ask(clerk, { field: 'checker' });
    expect(body).toEqual({
      items: [
        { id: people.director.id, name: '某director', initials: 'mdirector', note: '柳河村，村委会主任' },
      ],
      more: false,
    });
  });

  it('at most fifty, and says that there are more', async () => {
    await api.query(
      `INSERT INTO person (id, unit_id, name, gender) SELECT gen_random_uuid(), $1, '众人' || n, 'male' FROM generate_series(1, 60) n`,
      [units.village],
    );
    const { body } = await ask(clerk, { field: 'helpers', search: 'zr' });
    expect([body.items.length, body.more]).toEqual([50, true]);
    expect(await namesFor('helpers', '众人60')).toEqual(['众人60']);
    await api.query(`DELETE FROM person WHERE name LIKE '众人%'`);
  });

  it('nobody whose position is over', async () => {
    await api.query(`UPDATE position SET to_on = '2020-12-31' WHERE person_id = $1`, [people.director.id]);
    expect(await namesFor('checker')).toEqual([]);
    expect((await complete({ checker: { id: people.director.id, name: '某director' } })).status).toBe(422);
    await api.query('UPDATE position SET to_on = NULL WHERE person_id = $1', [people.director.id]);
  });
});

describe('it answers nobody else', () => {
  it.each(['fixed', 'unseen', 'note', 'nobody', '__proto__', 'checker.id'])(
    'of the field %s, which lets nobody choose here',
    async (field) => {
      const { status, body } = await ask(clerk, { field });
      expect([status, body.errors[0].path]).toEqual([422, '/field']);
    },
  );
  it('of a step without such fields', async () => {
    expect((await ask(clerk, { field: 'checker' }, await started(PROCESS_KEY))).status).toBe(422);
  });
  it.each([
    ['director', 403],
    ['representative', 404],
    ['otherClerk', 404],
    ['townHead', 403],
  ] as const)('%s: %i', async (login, status) =>
    expect((await ask(await api.signedIn(login), { field: 'checker' })).status).toBe(status),
  );
  it('of another village byte for byte as of no step', async () => {
    const other = await api.signedIn('otherClerk');
    const [hidden, absent] = [
      await ask(other, { field: 'checker' }),
      await ask(other, { field: 'checker' }, randomUUID()),
    ];
    expect(hidden.body).toEqual(absent.body);
  });
  it.each([
    {},
    { field: 7 },
    { field: '' },
    { field: 'checker', search: 'x'.repeat(51) },
    { field: 'checker', more: 1 },
  ])('%j', async (body) => expect((await ask(clerk, body)).status).toBe(422));
});

const complete = (submission: object, id = taskId) =>
  clerk.post(`/api/user-tasks/${id}/completion`, { rowVersion: 1, submission }, randomUUID());
const named = (person: { readonly id: string }, name: string) => ({ id: person.id, name });
const OUT = '所选的人不在本栏可选的范围内。';

describe('a submission names', () => {
  it.each<[string, object, string, string]>([
    ['one of another village', { checker: named(people.otherClerk, '某otherClerk') }, '/checker', OUT],
    [
      'an id in other letters',
      { leader: named({ id: people.townHead.id.replace(/0$/, 'A') }, '某townHead') },
      '/leader',
      OUT,
    ],
    ['nobody', { checker: { id: randomUUID(), name: '某otherClerk' } }, '/checker', OUT],
    ['one without the position', { checker: named(people.clerk, '某clerk') }, '/checker', OUT],
    ['one of another office', { helpers: [named(people.inspector, '某inspector')] }, '/helpers/0', OUT],
    ['a village of no branch', { among: named({ id: units.town }, '清河镇') }, '/among', '所选的村不在'],
    ['one by another name', { checker: named(people.director, '某别人') }, '/checker', '与名册不一致'],
    [
      'one twice',
      { helpers: [named(people.clerk, '某clerk'), named({ id: people.clerk.id.toUpperCase() }, '某clerk')] },
      '/helpers/1',
      '重复',
    ],
  ])('%s: refused by the name of the field', async (_, submission, path, words) => {
    const { status, body } = await complete(submission);
    expect([status, body.errors[0].path]).toEqual([422, path]);
    expect(body.errors[0].message).toContain(words);
  });

  it('the same of whoever stands elsewhere as of nobody', async () => {
    const [foreign, absent] = [
      await complete({ checker: named(people.otherClerk, '某x') }),
      await complete({ checker: { id: randomUUID(), name: '某x' } }),
    ];
    expect(foreign.body).toEqual(absent.body);
  });

  it.each<[string, Json]>([
    ['an id alone', people.director.id],
    ['a list for one', [{ id: people.director.id, name: '某director' }]],
    ['more than a name', { id: people.director.id, name: '某director', phone: '1' }],
    ['no name', { id: people.director.id }],
    ['an id that is none', { id: 'x', name: '某director' }],
    ['nothing', null],
  ])('%s: refused', async (_, checker) => expect((await complete({ checker })).status).toBe(422));

  it('whom its fields offer, and keeps the id with the name of the day', async () => {
    const submission = {
      checker: named(people.director, '某director'),
      leader: named(people.townHead, '某townHead'),
      helpers: [named(people.officeClerk, '某officeClerk'), named(people.representative, '某representative')],
      among: named({ id: units.otherVillage }, '杏林村'),
    };
    const id = await started(KEY);
    expect((await complete(submission, id)).status).toBe(200);
    await api.query(`UPDATE person SET name = '某改名' WHERE id = $1`, [people.director.id]);
    const kept = await api.query<{ submission: unknown }>(
      `SELECT body -> 'submission' AS submission FROM command WHERE user_task_id = $1`,
      [id],
    );
    expect(kept).toEqual([{ submission }]);
  });
});
