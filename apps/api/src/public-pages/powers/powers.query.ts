import { Injectable } from '@nestjs/common';
import { extensionsNamed, type ExecutableProcess, type FlowNode } from '@wuqing/bpmn-model';
import { FactsUnitOfWork } from '@wuqing/persistence';
import { smallPowers, type PowerStep, type SmallPower, type SmallPowers } from '@wuqing/process-library';
import { parseTerm, termInWords } from '@wuqing/working-calendar';
import { DefinitionStore } from '../../platform/definition-store.js';
import { READER } from '../notices.query.js';

/** Steps that a village counts: 「一 提议」, 「五（2）会议表决」. */
const COUNTED = /^([一二三四五六七八九十])(?:[(（](\d)[)）] ?|[ 、])/;
const NUMERALS = '一二三四五六七八九十';

/** The list of small powers, with charts from the published files where there are any. */
@Injectable()
export class PowersQuery {
  private readonly shipped: SmallPowers = smallPowers();

  constructor(
    private readonly facts: FactsUnitOfWork,
    private readonly definitions: DefinitionStore,
  ) {}

  async execute(): Promise<SmallPowers> {
    const groups = this.shipped.groups.map(async ({ title, powers }) => ({
      title,
      powers: await Promise.all(powers.map((power) => this.withSteps(power))),
    }));
    return { ...this.shipped, groups: await Promise.all(groups) };
  }

  private async withSteps(power: SmallPower): Promise<SmallPower> {
    const { process } = power;
    if (process === undefined) return power;
    const found = await this.facts.run(READER, (work) => this.definitions.inForceOf(work, process));
    const steps = found ? countedSteps(found.compiled) : [];
    return steps.length > 0 ? { ...power, steps } : power;
  }
}

/** The steps of a process that bear a number, in order of their numbers. */
export function countedSteps({ nodes }: ExecutableProcess): PowerStep[] {
  const counted = Object.values(nodes).flatMap((node) => {
    const found = node.type === 'userTask' ? COUNTED.exec(node.name ?? '') : null;
    return found ? [{ node, place: NUMERALS.indexOf(found[1]!) * 10 + Number(found[2] ?? 0) }] : [];
  });
  return counted.sort((one, other) => one.place - other.place).map(({ node }) => stepOf(node));
}

function stepOf({ name = '', extensions }: FlowNode): PowerStep {
  const term = parseTerm(extensionsNamed(extensions, 'serviceLevel')[0]?.attributes['term'] ?? '');
  // A version that was published before its names were full-width is still in force somewhere.
  const shown = name.replace('(', '（').replace(/\) ?/, '）');
  return { name: shown, ...(term.ok && { note: `期限 ${termInWords(term.value)}` }) };
}
