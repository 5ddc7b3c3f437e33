import { executedCells } from '../../../libs/bpmn-definition/src/coverage/executed-cells.js';
import { cellsOf } from './cells-of.mjs';
import { goldenNames, goldenOf, modelPaths, modelsOf } from './golden-files.mjs';
import { playGolden } from './play-golden.mjs';

interface Golden {
  readonly proves: readonly string[];
}

const golden = (name: string): Golden => goldenOf(name) as Golden;

describe('golden traces', () => {
  it.each(goldenNames)('%s', async (name: string) => {
    const played = await playGolden(name, golden(name));
    expect(played.observed).toEqual(golden(name));
    const gone = cellsOf(played);
    expect(golden(name).proves.filter((cell) => !gone.has(cell))).toEqual([]);
  });
});

describe('the golden traces', () => {
  const proved = goldenNames.flatMap((name: string) => golden(name).proves);

  it.each(executedCells())('%s has one (else see test/conformance/traces/README.md)', (cell) =>
    expect(proved).toContain(cell),
  );

  it('prove nothing that the coverage page does not name', () =>
    expect(proved.filter((cell: string) => !executedCells().includes(cell))).toEqual([]));

  it('name every model that stands beside them', () => {
    const named = goldenNames.flatMap((name: string) => modelsOf(name, golden(name)));
    expect(modelPaths.filter((path: string) => !named.includes(path))).toEqual([]);
  });
});
