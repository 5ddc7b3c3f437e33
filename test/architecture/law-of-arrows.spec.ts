import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { survey } from '../../infra/dev/house/survey.js';
import { rooms } from '../../infra/dev/law-of-arrows.js';

const root = resolve(import.meta.dirname, '../..');
const house = survey(root);

describe('the law of arrows', () => {
  it('sees the whole house', () => {
    expect(house.files.length).toBeGreaterThan(100);
    expect(new Set(house.files.map((file: { room: string }) => file.room)).size).toBe(rooms.length);
  });

  it('has no circle, type-only imports and fixtures included', () => {
    expect(house.fixtures.length).toBeGreaterThan(5);
    expect(house.circles).toEqual([]);
  });

  it('sees a fixture that imports a room which imports its own', () => {
    const { breaches } = survey(join(import.meta.dirname, 'bent'));
    expect(breaches).toEqual(['libs/bpmn-engine/src/ledger.fixture.ts imports @wuqing/testing']);
  });

  it('has no arrow that points upwards or aside', () => {
    expect(house.breaches).toEqual([]);
  });

  it('has at most seven floors', () => {
    expect(Math.max(...house.floors.values())).toBeLessThanOrEqual(7);
  });

  it('names no file after nothing', () => {
    const nameless = house.files.filter((file: { path: string }) =>
      /\/(util|utils|helper|helpers|common|shared-utils|base|manager)\.tsx?$/.test(file.path),
    );
    expect(nameless).toEqual([]);
  });

  it.each(rooms.map((room) => [room.name, room.path]))('%s declares what it imports', (name, path) => {
    const { dependencies = {} } = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8')) as {
      dependencies?: Record<string, string>;
    };
    const imported = house.files
      .filter((file: { room: string }) => file.room === name)
      .flatMap((file: { imports: { specifier: string }[] }) => file.imports.map(({ specifier }) => specifier))
      .filter(
        (specifier: string) =>
          !specifier.startsWith('.') && !specifier.startsWith('node:') && !specifier.startsWith('virtual:'),
      )
      .map((specifier: string) => specifier.match(/^(@[^/]+\/[^/]+|[^/]+)/)![1]!);
    expect([...new Set(imported)].filter((specifier) => !(specifier in dependencies))).toEqual([]);
  });

  it.each(rooms.map((room) => [room.name, room.path]))(
    '%s opens its door with what it is for',
    (_name, path) => {
      const door = join(root, path, 'src/index.ts');
      if (existsSync(door)) expect(readFileSync(door, 'utf8')).toMatch(/^\/\*\*\n( \*.*\n){3,15} \*\//);
    },
  );

  it('lets the folders of the engine stand one upon the other', () => {
    const order =
      'evolve variables waiting flows scopes events behaviors tokens calls migration commands'.split(' ');
    const inside = /^libs\/bpmn-engine\/src\/([^/]+)\//;
    const arrows = house.files.flatMap(
      ({ path, imports }: { path: string; imports: { target?: string }[] }) =>
        imports.map(({ target = '' }) => [path.match(inside)?.[1], target.match(inside)?.[1], path] as const),
    );
    const between = arrows.filter(([from, to]) => from !== undefined && to !== undefined);
    expect(between.length).toBeGreaterThan(50);
    expect(between.filter(([from, to]) => order.indexOf(from!) < order.indexOf(to!))).toEqual([]);
    expect(between.flat().filter((name) => !/\//.test(name!) && !order.includes(name!))).toEqual([]);
  });
});
