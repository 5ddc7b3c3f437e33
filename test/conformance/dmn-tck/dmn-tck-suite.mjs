import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { modelOf, outcomeOf } from './run-model.mjs';
import { readTestCases, TEST_CASES } from './read-test-cases.mjs';

/**
 * A row for every result that a folder of the DMN technology compatibility kit asks for: `{ case, level, chapter, outcome,
 * expected, found, said }`. The folder has the kit's layout, `TestCases/<level>/<chapter>/{*.dmn, *-test-*.xml}`, from
 * any of its floors on. A file that cannot be read or run is one row 'not run', and no end of the others.
 */
export async function dmnTckSuite(folder) {
  const rows = [];
  for (const file of testFilesIn(folder)) {
    const name = relative(folder, file);
    const place = { level: levelOf(file), chapter: basename(dirname(file)) };
    try {
      rows.push(...(await rowsOf(file, name, place)));
    } catch (error) {
      const said = [error instanceof Error ? error.message : String(error)];
      rows.push({ case: name, ...place, outcome: 'not run', expected: undefined, found: undefined, said });
    }
  }
  return rows;
}

const levelOf = (file) => basename(dirname(dirname(file)));

/** Test files below the folder, in the order of their names. */
const testFilesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.xml'))
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => /-test-[^/\\]*\.xml$/.test(path) || readFileSync(path, 'utf8').includes(TEST_CASES))
    .sort();

async function rowsOf(file, name, place) {
  const { modelName, cases } = readTestCases(readFileSync(file, 'utf8'));
  const model = await modelOf(readFileSync(modelFile(dirname(file), modelName), 'utf8'));
  return cases.flatMap((test) =>
    test.results.map((result) => ({
      case: `${name} ${test.id} ${result.name}`,
      ...place,
      expected: JSON.stringify(result.expected.value),
      ...guarded(model, test, result),
    })),
  );
}

function guarded(model, test, result) {
  try {
    return outcomeOf(model, test, result);
  } catch (error) {
    return {
      outcome: 'not run',
      found: undefined,
      said: [error instanceof Error ? error.message : String(error)],
    };
  }
}

/** The model that a test file names, or the only one beside it where it names none. */
function modelFile(folder, modelName) {
  const named = join(folder, basename(modelName));
  if (modelName !== '' && existsSync(named)) return named;
  if (modelName !== '') throw new Error(`Expected the model "${modelName}" beside its tests`);
  const models = readdirSync(folder).filter((entry) => entry.endsWith('.dmn'));
  if (models.length === 1) return join(folder, models[0]);
  throw new Error('Expected <modelName>');
}
