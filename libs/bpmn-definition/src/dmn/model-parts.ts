import type { DecisionFunction, DecisionNode, TypedName, TypeReference } from '@wuqing/decision';
import { builtInFunctions } from '@wuqing/expression';
import { required } from '@wuqing/kernel';
import { type Problem } from '../problem.js';
import { shortened } from '../sentence.js';
import { elementIn, elementsIn, textIn, type ModdleElement } from '../xml/moddle-element.js';
import { CellCompiler, type CellSurroundings } from './cell-compiler.js';
import type { CallableNames } from './check-calls.js';
import { compileFunction } from './compile-boxed.js';
import { compileLogic } from './compile-logic.js';
import { referenceTo, type ItemCatalog } from './item-types.js';
import { nameIn } from './name-in.js';
import { entryNamesOf } from './entry-names.js';
import { readsOfLogic } from './reads-of-logic.js';
import { localTarget, type Requirements } from './requirement-order.js';

/** One element of the file by itself: what it became, what is wrong with it, which item definitions it needs. */
export interface Part<T> {
  readonly made: T;
  readonly problems: readonly Problem[];
  readonly itemNames: ReadonlySet<string>;
}

/** A decision service: its parameters, and which decisions it computes, asks to be given and answers with. */
export interface ServicePlan extends Omit<DecisionFunction, 'body'> {
  readonly inputDecisions: readonly string[];
  readonly outputDecisions: readonly string[];
}

/** Compiles the elements of one file, each by itself. */
export class ModelParts {
  private readonly namespace: string | undefined;
  private readonly inputNames: readonly string[];
  private readonly entries: readonly string[];
  private readonly language: string | undefined;

  constructor(
    definitions: ModdleElement,
    private readonly requirements: Requirements,
    private readonly catalog: ItemCatalog,
    private readonly hostFunctionNames: readonly string[],
  ) {
    this.namespace = textIn(definitions, 'namespace');
    this.inputNames = [...requirements.inputs].map(([id, input]) => inputNameOf(id, input));
    this.entries = entryNamesOf(definitions);
    this.language = textIn(definitions, 'expressionLanguage');
  }

  decision(id: string): Part<DecisionNode & { readonly reads: readonly string[] }> {
    const element = required(this.requirements.decisions.get(id), `decision ${id}`);
    const name = nameIn(element) ?? id;
    const place = `决策「${shortened(name)}」`;
    const knowledge = this.requirements.knowledgeOf.get(id) ?? [];
    const requires = (this.requirements.requiredBy.get(id) ?? []).map((to) => this.resultName(to));
    const cells = this.cells(requires, knowledge);
    if (id === '') cells.refuse('element-id', '有一个决策没有编号（id），请补上。', element);
    if (new Set(requires).size < requires.length)
      cells.refuse('decision-requirement', `${place}依赖的两个决策结果同名，请改名。`, element);
    else
      this.checkOneMeaning(id, place, [...requires, ...knowledge.map((to) => this.functionName(to))], cells);
    const resultType = cells.typeOf(elementIn(element, 'variable'), place);
    const logic = compileLogic(elementIn(element, 'decisionLogic'), place, cells, element);
    const bound = new Set([...requires, ...knowledge.map((to) => this.functionName(to))]);
    const reads = readsOfLogic(logic).filter((read) => !bound.has(read));
    const inputs = this.typedInputs(reads, cells);
    return this.part(id, cells, {
      id,
      name,
      resultName: this.resultName(id),
      ...(resultType && { resultType }),
      requires,
      ...(inputs.length > 0 && { inputs }),
      ...(knowledge.length > 0 && { knowledge }),
      logic,
      reads,
    });
  }

  /** A business knowledge model: its body sees its parameters and the functions that it requires, itself among them. */
  knowledgeModel(id: string): Part<DecisionFunction> {
    const element = required(this.requirements.functions.get(id), `knowledge model ${id}`);
    const name = this.functionName(id);
    const place = `业务知识模型「${shortened(name)}」`;
    const knowledge = [...new Set([id, ...(this.requirements.knowledgeOf.get(id) ?? [])])];
    const cells = this.cells([], knowledge);
    this.checkFunctionName(id, place, cells, element);
    const logic = elementIn(element, 'encapsulatedLogic');
    if (!logic) cells.refuse('supported-decision', `${place}没有写内容，请补上。`, element);
    const box = logic ? compileFunction(logic, place, cells, compileLogic) : undefined;
    const body = box?.body ?? { type: 'list' as const, items: [] };
    const parameters = box?.parameters ?? [];
    const bound = new Set(
      [...parameters, ...knowledge.map((to) => ({ name: this.functionName(to) }))].map((one) => one.name),
    );
    for (const read of readsOfLogic(body).filter((one) => !bound.has(one)))
      cells.refuse(
        'decision-expression',
        `${place}用到「${shortened(read)}」，它既不是参数，也不是所依赖的模型，请加成参数。`,
        element,
      );
    const resultType = this.functionResult(elementIn(element, 'variable'), place, cells);
    return this.part(id, cells, {
      id,
      name,
      parameters,
      ...(resultType && { resultType }),
      knowledge,
      body,
    });
  }

  /** A decision service (DMN 1.3 §6.3.10): its parameters are input data, then input decisions. */
  service(id: string): Part<ServicePlan> {
    const element = required(this.requirements.functions.get(id), `decision service ${id}`);
    const name = this.functionName(id);
    const place = `决策服务「${shortened(name)}」`;
    const cells = this.cells([], []);
    this.checkFunctionName(id, place, cells, element);
    const { decisions } = this.requirements;
    const targets = (property: string, known: ReadonlyMap<string, ModdleElement>): string[] =>
      elementsIn(element, property).flatMap((reference) => {
        const to = localTarget(textIn(reference, 'href'), this.namespace);
        if (to !== undefined && known.has(to)) return [to];
        const href = shortened(textIn(reference, 'href') ?? '');
        cells.refuse('dangling-reference', `${place}引用的「${href}」不在这个文件里。`, element);
        return [];
      });
    const inputDecisions = targets('inputDecision', decisions);
    const outputDecisions = targets('outputDecision', decisions);
    targets('encapsulatedDecision', decisions);
    const parameters = [
      ...targets('inputData', this.requirements.inputs).map((to) => this.inputName(to, place, cells)),
      ...inputDecisions.map((to) => this.decisionName(to, place, cells)),
    ];
    if (elementsIn(element, 'outputDecision').length === 0)
      cells.refuse('supported-decision', `${place}没有输出决策，请补上。`, element);
    const resultType = this.functionResult(elementIn(element, 'variable'), place, cells);
    return this.part(id, cells, {
      id,
      name,
      parameters,
      ...(resultType && { resultType }),
      inputDecisions,
      outputDecisions,
    });
  }

  resultName(id: string): string {
    return nameIn(elementIn(required(this.requirements.decisions.get(id), id), 'variable')) ?? id;
  }

  /** Where a reference leads nowhere, what the cells miss of it is no fault of theirs. */
  private part<T>(id: string, { problems, itemNames }: CellCompiler, made: T): Part<T> {
    const dangling = this.requirements.problems.get(id) ?? [];
    const own = problems.filter(({ rule }) => dangling.length === 0 || rule !== 'decision-expression');
    return { made, problems: [...dangling, ...own], itemNames };
  }

  private cells(names: readonly string[], knowledge: readonly string[]): CellCompiler {
    const callable: CallableNames = new Map(
      knowledge.map((id) => [this.functionName(id), this.parameterNames(id)] as const),
    );
    const surroundings: CellSurroundings = {
      hostFunctionNames: this.hostFunctionNames,
      language: this.language,
      catalog: this.catalog,
      names: [...names, ...knowledge.map((id) => this.functionName(id))],
      variables: this.inputNames,
      entries: this.entries,
      callable,
    };
    return new CellCompiler(surroundings);
  }

  private functionName(id: string): string {
    const element = required(this.requirements.functions.get(id), id);
    return nameIn(elementIn(element, 'variable')) ?? nameIn(element) ?? id;
  }

  private parameterNames(id: string): string[] {
    const element = required(this.requirements.functions.get(id), id);
    const logic = elementIn(element, 'encapsulatedLogic');
    if (element.$type === 'dmn:BusinessKnowledgeModel')
      return logic ? elementsIn(logic, 'formalParameter').map((one) => nameIn(one) ?? '') : [];
    return this.service(id).made.parameters.map(({ name }) => name);
  }

  /** A name of what a decision requires must not be another's too: one would hide the other. */
  private checkOneMeaning(id: string, place: string, others: readonly string[], cells: CellCompiler): void {
    const inputs = (this.requirements.inputsOf.get(id) ?? []).map((to) =>
      inputNameOf(to, required(this.requirements.inputs.get(to), to)),
    );
    const names = [...others, ...inputs];
    const twice = names.find((name, at) => names.indexOf(name) !== at);
    if (twice !== undefined)
      cells.refuse(
        'decision-requirement',
        `${place}依赖的两项同名（「${shortened(twice)}」），请改名。`,
        this.requirements.decisions.get(id),
      );
  }

  private typedInputs(reads: readonly string[], cells: CellCompiler): TypedName[] {
    return [...this.requirements.inputs]
      .filter(([id, input]) => reads.includes(inputNameOf(id, input)))
      .map(([id]) => this.inputName(id, '决策', cells))
      .filter(({ valueType }) => valueType !== undefined);
  }

  private inputName(id: string, place: string, cells: CellCompiler): TypedName {
    const input = required(this.requirements.inputs.get(id), id);
    const name = inputNameOf(id, input);
    const valueType = cells.typeOf(elementIn(input, 'variable'), `${place}的输入数据「${shortened(name)}」`);
    return { name, ...(valueType && { valueType }) };
  }

  private decisionName(id: string, place: string, cells: CellCompiler): TypedName {
    const variable = elementIn(required(this.requirements.decisions.get(id), id), 'variable');
    const valueType = cells.typeOf(variable, `${place}的输入决策`);
    return { name: this.resultName(id), ...(valueType && { valueType }) };
  }

  /** The type of the result: what a function's type gives, or the variable's type as most tools write it. */
  private functionResult(
    variable: ModdleElement | undefined,
    place: string,
    cells: CellCompiler,
  ): TypeReference | undefined {
    const reference = textIn(variable, 'typeRef');
    const type = reference === undefined ? undefined : referenceTo(reference, this.catalog.types);
    if (type === 'function') return undefined;
    if (typeof type !== 'object' || type === null || !this.catalog.functionResults.has(type.item))
      return cells.typeOf(variable, place);
    const result = this.catalog.functionResults.get(type.item);
    if (typeof result === 'object') cells.itemNames.add(result.item);
    return result;
  }

  private checkFunctionName(id: string, place: string, cells: CellCompiler, element: ModdleElement): void {
    const name = this.functionName(id);
    if (id === '') cells.refuse('element-id', `${place}没有编号（id），请补上。`, element);
    if (Object.hasOwn(builtInFunctions, name) || this.hostFunctionNames.includes(name))
      cells.refuse('decision-name', `${place}与已有的函数同名，请改名。`, element);
  }
}

const inputNameOf = (id: string, input: ModdleElement): string =>
  nameIn(elementIn(input, 'variable')) ?? nameIn(input) ?? id;
