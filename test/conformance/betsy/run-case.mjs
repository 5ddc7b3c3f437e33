import { startTriggersOf } from '@wuqing/bpmn-model';
import { checkDefinition } from '@wuqing/publication';
import { Town } from './town.mjs';
import { translated } from './translate.mjs';

/**
 * Publishes every process of a file and runs one case of it. Answers with the log, and with the rules by which
 * publication refused the file where it did (`ERROR_deployment` stands in the log then).
 */
export async function runCase(xml, { startProcess, variables, parallelFirst, delayMs }) {
  const { files, called, scripts } = translated(xml);
  const processes = {};
  const refused = [];
  // A file in which nothing is executable is published as it stands, and refused as such.
  const published = Object.keys(files).length === 0 ? { [startProcess]: xml } : files;
  for (const [id, file] of Object.entries(published)) {
    const checked = await checkDefinition(file);
    if (checked.ok) processes[id] = checked.value.process;
    else refused.push(...checked.error.filter(({ severity }) => severity === 'error'));
  }
  if (refused.length > 0)
    return { log: ['ERROR_deployment'], refused: refused.map(({ rule, message }) => `${rule}: ${message}`) };
  if (!Object.hasOwn(processes, startProcess))
    throw new Error(`Expected an executable process ${startProcess}`);
  const town = new Town(processes, scripts);
  const others = Object.keys(processes).filter(
    (id) => id !== startProcess && !called.includes(id) && beginsByItself(processes[id]),
  );
  if (parallelFirst) for (const id of others) town.start(id, variables);
  town.start(startProcess, variables);
  return { log: town.run(delayMs), refused: [] };
}

const beginsByItself = (process) =>
  startTriggersOf(process).some(({ definition }) => definition.kind === 'none');
