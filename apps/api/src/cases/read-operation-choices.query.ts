import { Injectable } from '@nestjs/common';
import type { Action } from '@wuqing/access';
import { UnitOfWork, definitionInForce, namesRead, versionsOf, type Work } from '@wuqing/persistence';
import type { Caller } from '../access/caller.js';
import { denied } from '../http/problem.js';
import { DefinitionStore } from '../platform/definition-store.js';
import { CaseReader, type SeenCase } from '../visibility/case-reader.js';
import { incidentsOf, journalToDecideBy } from '../visibility/case-records.js';
import { adHocChoices, loopChoices, stepChoices } from './choices/step-choices.js';
import { closedVariables } from './choices/closed-variables.js';
import { variableChoices } from './choices/variable-choices.js';
import type {
  AdHocChoiceView,
  OperationChoicesView,
  StepChoiceView,
  VersionChoiceView,
} from './dto/operation-choices.view.js';
import { mayRestart, operationsOf } from './operations.js';
import { stateOf } from './state-of.js';
import { shownMoment } from '../http/shown-moment.js';

/** What an operator chooses from: steps, members, variables and versions by their names. */
@Injectable()
export class ReadOperationChoicesQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly cases: CaseReader,
    private readonly definitions: DefinitionStore,
  ) {}

  async execute(caller: Caller, id: string): Promise<OperationChoicesView> {
    return this.unitOfWork.run(caller.actor, async (work) => {
      const seen = await this.cases.require(work, caller, id);
      const operations = operationsOf(caller, seen);
      const restarts = mayRestart(caller, seen);
      if (operations.length === 0 && !restarts) throw denied();
      return this.choices(work, seen, { operations, restarts });
    });
  }

  private async choices(
    work: Work,
    seen: SeenCase,
    { operations, restarts }: May,
  ): Promise<OperationChoicesView> {
    const may = (...actions: Action[]): boolean => actions.some((action) => operations.includes(action));
    const state = stateOf(await journalToDecideBy(work, seen));
    const running = { process: seen.definition.compiled, state };
    const isKnown: IsKnown = ({ elementId }) => seen.sight.knows(elementId);
    return {
      steps: may('case.override') ? stepChoices(running.process).filter(isKnown) : [],
      restartSteps: restarts ? (await restartSteps(work, seen)).filter(isKnown) : [],
      adHocs: may('case.activate-step') ? knownAdHocs(adHocChoices(running), isKnown) : [],
      loops: may('case.add-member') ? loopChoices(running, seen.tasks).filter(isKnown) : [],
      variables: may('case.repair', 'case.override') ? await this.variables(work, seen, running) : [],
      versions: may('case.migrate') ? await otherVersions(work, seen) : [],
    };
  }

  private async variables(work: Work, seen: SeenCase, running: Running) {
    const { row, definition } = seen;
    const forms = await this.definitions.formsOf(definition);
    const closed = closedVariables(definition.compiled, forms, seen.sight.knows);
    const reads = await namesRead(work, [row.definitionChecksum, ...row.callers]);
    return variableChoices({
      ...running,
      reads: reads.filter((name) => !closed.has(name)),
      forms,
      incidents: await incidentsOf(work, seen),
    });
  }
}

interface May {
  readonly operations: readonly Action[];
  readonly restarts: boolean;
}

type Running = Parameters<typeof adHocChoices>[0];

type IsKnown = (choice: { readonly elementId: string }) => boolean;

const knownAdHocs = (choices: readonly AdHocChoiceView[], isKnown: IsKnown): AdHocChoiceView[] =>
  choices.filter(isKnown).map((choice) => ({ ...choice, steps: choice.steps.filter(isKnown) }));

/** A case goes on by the version in force, whatever it went by before. */
async function restartSteps(work: Work, { row }: SeenCase): Promise<StepChoiceView[]> {
  const definition = await definitionInForce(work, row.processKey);
  return definition ? stepChoices(definition.compiled) : [];
}

async function otherVersions(work: Work, { row }: SeenCase): Promise<VersionChoiceView[]> {
  const versions = await versionsOf(work, row.processKey);
  return versions
    .filter(({ checksum }) => checksum !== row.definitionChecksum)
    .map(({ version, state, effectiveFrom }) => ({
      version,
      inForce: state === 'in-force',
      effectiveFrom: shownMoment(effectiveFrom),
    }));
}
