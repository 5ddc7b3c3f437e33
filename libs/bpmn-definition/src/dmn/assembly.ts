import type { CompiledDecision, DecisionFunction, DecisionLogic, DecisionNode } from '@wuqing/decision';
import { err, ok, required } from '@wuqing/kernel';
import { errorOf, type Problem } from '../problem.js';
import { zeebeOf } from '../source/extension.js';
import { attributeOf, extensionOf } from '../source/look-up.js';
import { shortened } from '../sentence.js';
import type { DecisionModel, ModelElement } from './decision-model.js';
import { itemsIn, type ItemCatalog } from './item-types.js';
import type { ModelParts, Part, ServicePlan } from './model-parts.js';
import { circlesOf, closureOf, orderOf, unique, type Requirements } from './requirement-order.js';

export interface Parts {
  readonly decisions: ReadonlyMap<string, Part<DecisionNode & { readonly reads: readonly string[] }>>;
  readonly models: ReadonlyMap<string, Part<DecisionFunction>>;
  readonly services: ReadonlyMap<string, Part<ServicePlan>>;
  readonly resultName: (id: string) => string;
}

export function partsOf(parts: ModelParts, { decisions, functions }: Requirements): Parts {
  const ofType = (wanted: string) => [...functions].filter(([, { $type }]) => $type === `dmn:${wanted}`);
  return {
    decisions: new Map([...decisions.keys()].map((id) => [id, parts.decision(id)])),
    models: new Map(ofType('BusinessKnowledgeModel').map(([id]) => [id, parts.knowledgeModel(id)])),
    services: new Map(ofType('DecisionService').map(([id]) => [id, parts.service(id)])),
    resultName: (id) => parts.resultName(id),
  };
}

/** Puts together what each element requires. */
export class Assembly {
  private readonly circles: ReadonlyMap<string, Problem>;

  constructor(
    private readonly requirements: Requirements,
    private readonly catalog: ItemCatalog,
    private readonly parts: Parts,
  ) {
    this.circles = circlesOf(requirements);
  }

  model(): DecisionModel {
    const { decisions, models, services } = this.parts;
    const functions = [...models.keys(), ...services.keys()];
    const made = [...decisions.keys()].map((id) => this.decision(id));
    return {
      decisions: made,
      functions: functions.map((id) => this.callOf(id)),
      problems: unique([
        ...[...decisions.values(), ...models.values(), ...services.values()].flatMap((part) => part.problems),
        ...[...this.catalog.problems.values()].flat(),
        ...this.circles.values(),
        ...functions.flatMap((id) => this.problemsOfService(id)),
        ...made.flatMap(({ compiled }) => (compiled.ok ? [] : compiled.error)),
      ]),
    };
  }

  private decision(id: string): ModelElement {
    const { made } = this.partOf(id);
    const element = required(this.requirements.decisions.get(id), id);
    const versionTag = attributeOf(extensionOf(zeebeOf(element), 'versionTag'), 'value');
    const order = orderOf(id, this.requirements.requiredBy) ?? [id];
    return this.element(id, made.name, versionTag, order, []);
  }

  /** A function as a decision that calls it on what its parameters are called. */
  private callOf(id: string): ModelElement {
    const { name, parameters } = this.functionPart(id).made;
    const named = (text: string): DecisionLogic => ({
      type: 'literalExpression',
      expression: { source: text, ast: { type: 'name', name: text } },
    });
    const call: DecisionNode = {
      id,
      name,
      resultName: name,
      requires: [],
      knowledge: [id],
      logic: {
        type: 'invocation',
        function: named(name),
        arguments: parameters.map((parameter) => ({ name: parameter.name, logic: named(parameter.name) })),
      },
    };
    return this.element(
      id,
      name,
      undefined,
      [],
      [{ ...call, reads: parameters.map((parameter) => parameter.name) }],
    );
  }

  private element(
    id: string,
    name: string,
    versionTag: string | undefined,
    order: readonly string[],
    further: readonly (DecisionNode & { readonly reads: readonly string[] })[],
  ): ModelElement {
    const own = [...order.map((at) => this.partOf(at).made), ...further];
    const functionIds = this.functionsOf(own.flatMap(({ knowledge = [] }) => knowledge));
    const decisionIds = [...order, ...functionIds.flatMap((at) => this.nodesOfService(at))];
    const problems = this.problemsOf(id, decisionIds, functionIds);
    if (problems.length > 0) return { id, name, compiled: err(problems) };
    const types = this.typesOf([
      ...decisionIds.map((at) => this.partOf(at).itemNames),
      ...functionIds.map((at) => this.functionPart(at).itemNames),
    ]);
    const compiled: CompiledDecision = {
      formatVersion: 2,
      id,
      name,
      ...(versionTag && { versionTag }),
      nodes: own.map(withoutReads),
      ...(functionIds.length > 0 && { functions: functionIds.map((at) => this.function(at)) }),
      ...(Object.keys(types).length > 0 && { types }),
      reads: [...new Set(own.flatMap(({ reads }) => reads))].sort(),
    };
    return { id, name, compiled: ok(compiled) };
  }

  private problemsOf(id: string, decisionIds: readonly string[], functionIds: readonly string[]): Problem[] {
    const parts = [
      ...decisionIds.map((at) => this.partOf(at)),
      ...functionIds.map((at) => this.functionPart(at)),
    ];
    const items = this.itemClosure(parts.map(({ itemNames }) => itemNames));
    return unique([
      ...parts.flatMap(({ problems }) => problems),
      ...items.flatMap((name) => this.catalog.problems.get(name) ?? []),
      ...decisionIds.flatMap((at) => this.circleOf(at)),
      ...functionIds.flatMap((at) => this.problemsOfService(at)),
      ...this.sameResults(id, decisionIds),
    ]);
  }

  /** Two results of one name would stand for each other. */
  private sameResults(id: string, decisionIds: readonly string[]): Problem[] {
    const names = [...new Set(decisionIds)].map((at) => this.parts.resultName(at));
    const twice = names.find((name, at) => names.indexOf(name) !== at);
    if (
      twice === undefined ||
      this.parts.decisions.get(id)?.problems.some(({ rule }) => rule === 'decision-requirement')
    )
      return [];
    const message = `决策「${shortened(id)}」用到的决策里，两个结果同名（「${shortened(twice)}」），请改名。`;
    return [errorOf('decision-requirement', message, { elementId: id })];
  }

  private circleOf(id: string): Problem[] {
    return closureOf([id], (at) => this.requirements.requiredBy.get(at) ?? []).flatMap(
      (at) => this.circles.get(at) ?? [],
    );
  }

  private function(id: string): DecisionFunction {
    const model = this.parts.models.get(id);
    if (model) return model.made;
    const {
      inputDecisions: _given,
      outputDecisions,
      ...made
    } = required(this.parts.services.get(id), id).made;
    const nodes = this.nodesOfService(id).map((at) => withoutReads(this.partOf(at).made));
    const outputs = outputDecisions.map((at) => this.parts.resultName(at));
    return { ...made, body: { type: 'decisionService', nodes, outputs } };
  }

  /** The decisions that a service computes, in order; none of a knowledge model. */
  private nodesOfService(id: string): string[] {
    const plan = this.parts.services.get(id)?.made;
    if (!plan) return [];
    const given = new Set(plan.inputDecisions);
    const inside = new Map(
      [...this.requirements.requiredBy].map(([at, to]) => [at, to.filter((one) => !given.has(one))] as const),
    );
    return [...new Set(plan.outputDecisions.flatMap((at) => orderOf(at, inside) ?? []))].filter(
      (at) => !given.has(at),
    );
  }

  private problemsOfService(id: string): Problem[] {
    const plan = this.parts.services.get(id)?.made;
    return plan ? plan.outputDecisions.flatMap((at) => this.circleOf(at)) : [];
  }

  private functionsOf(ids: readonly string[]): string[] {
    return closureOf(ids, (id) => [
      ...(this.requirements.knowledgeOf.get(id) ?? []),
      ...this.nodesOfService(id).flatMap((at) => this.partOf(at).made.knowledge ?? []),
    ]);
  }

  private partOf(id: string) {
    return required(this.parts.decisions.get(id), `decision ${id}`);
  }

  private functionPart(id: string): Part<Pick<DecisionFunction, 'name' | 'parameters'>> {
    return required(this.parts.models.get(id) ?? this.parts.services.get(id), `function ${id}`);
  }

  private itemClosure(names: readonly ReadonlySet<string>[]): string[] {
    const { types } = this.catalog;
    return closureOf(
      names.flatMap((set) => [...set]),
      (name) => itemsIn(types.get(name)),
    );
  }

  private typesOf(names: readonly ReadonlySet<string>[]): NonNullable<CompiledDecision['types']> {
    return Object.fromEntries(
      this.itemClosure(names).map((name) => [name, required(this.catalog.types.get(name), `type ${name}`)]),
    );
  }
}

const withoutReads = ({
  reads: _reads,
  ...node
}: DecisionNode & { readonly reads: readonly string[] }): DecisionNode => node;
