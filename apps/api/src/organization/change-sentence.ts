import { isPositionKey, relations, titleOf, type Relation } from '@wuqing/organization';
import type { OrganizationChangeRow } from '@wuqing/persistence';

type Names = ReadonlyMap<string, string>;

const said = (value: unknown): string => (typeof value === 'string' ? value : '');
const titleIn = (value: unknown): string =>
  value === 'all' ? '全部岗位' : isPositionKey(value) ? titleOf(value) : said(value);
const relationIn = (value: unknown): string =>
  typeof value === 'string' && Object.hasOwn(relations, value)
    ? relations[value as Relation].title
    : '没有亲属关系';

const sentences: Readonly<
  Record<string, (person: string, body: OrganizationChangeRow['body'], names: Names) => string>
> = {
  'person-added': (person) => `登记人员${person}`,
  'person-corrected': (person) => `更正${person}的登记`,
  'position-given': (person, { key, from, to }) =>
    `${person}任${titleIn(key)}，${said(from)} 起${typeof to === 'string' ? `，至 ${to}` : ''}`,
  'position-ended': (person, { key, last }) => `${person}不再任${titleIn(key)}，最后一天 ${said(last)}`,
  'substitute-named': (person, { toPersonId, scope, from, to }, names) =>
    `${names.get(said(toPersonId)) ?? ''}代理${person}（${titleIn(scope)}），${said(from)} 至 ${said(to)}`,
  'substitute-ended': (person, { last }) => `${person}的代理提前结束，最后一天 ${said(last)}`,
  'kin-declared': (person, { otherId, relation, before }, names) =>
    `${person}与${names.get(said(otherId)) ?? ''}：${relationIn(relation)}（原为${relationIn(before)}）`,
};

/** One change as whoever keeps the people reads it. */
export const changeSentence = ({ kind, body, personId }: OrganizationChangeRow, names: Names): string =>
  sentences[kind]?.(names.get(personId) ?? '', body, names) ?? kind;

/** Persons whom it names. */
export const namedIn = ({ personId, actorId, body }: OrganizationChangeRow): string[] =>
  [personId, actorId, said(body['toPersonId']), said(body['otherId'])].filter((id) => id !== '');
