/** A `.dmn` file for specs: its body stands between the tags of DMN 1.3. */
export const dmnFile = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="file" name="file" namespace="urn:test">${body}</definitions>`;

export interface DrawnTable {
  readonly hitPolicy?: string;
  readonly aggregation?: string;
  /** `expression` or `expression: type` or `expression: type = allowed`. */
  readonly inputs?: readonly string[];
  /** `name` or `name: type` or `name: type = allowed` or the same with ` or default`. */
  readonly outputs?: readonly string[];
  /** `condition | condition => output | output`. */
  readonly rules?: readonly string[];
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const text = (content: string | undefined): string => `<text>${escaped(content ?? '')}</text>`;
const cells = (line: string): string[] => line.split('|').map((cell) => cell.trim());

interface Column {
  readonly name: string;
  readonly type?: string;
  readonly allowed?: string;
  readonly otherwise?: string;
}

function columnOf(line: string): Column {
  const [, name = '', type, allowed, otherwise] =
    /^([^:=]*?)(?:: ([\w ]+?))?(?: = (.*?))?(?: or (.*))?$/.exec(line) ?? [];
  return {
    name,
    ...(type && { type }),
    ...(allowed && { allowed }),
    ...(otherwise && { otherwise }),
  };
}

const typeRef = ({ type }: Column): string => (type === undefined ? '' : ` typeRef="${type}"`);

/** A decision with a table; rules are called r1, r2 … in decision d, elsewhere with its id before. */
export function tableDecision(id: string, table: DrawnTable, inside = ''): string {
  const inputs = (table.inputs ?? []).map(columnOf).map((input, at) => {
    const values = input.allowed === undefined ? '' : `<inputValues>${text(input.allowed)}</inputValues>`;
    return `<input id="${id}-i${at + 1}" label="${escaped(input.name)}"><inputExpression${typeRef(input)}>${text(input.name)}</inputExpression>${values}</input>`;
  });
  const outputs = (table.outputs ?? ['result']).map(columnOf).map((output, at) => {
    const values = output.allowed === undefined ? '' : `<outputValues>${text(output.allowed)}</outputValues>`;
    const fallback =
      output.otherwise === undefined
        ? ''
        : `<defaultOutputEntry>${text(output.otherwise)}</defaultOutputEntry>`;
    return `<output id="${id}-o${at + 1}" name="${output.name}"${typeRef(output)}>${values}${fallback}</output>`;
  });
  const rules = (table.rules ?? []).map((line, at) => {
    const [conditions = '', results = ''] = line.split('=>');
    const inputEntries = (table.inputs ?? []).length === 0 ? [] : cells(conditions);
    return `<rule id="${id === 'd' ? '' : `${id}-`}r${at + 1}">${inputEntries.map((cell) => `<inputEntry>${text(cell)}</inputEntry>`).join('')}${cells(
      results,
    )
      .map((cell) => `<outputEntry>${text(cell)}</outputEntry>`)
      .join('')}</rule>`;
  });
  const policy = table.hitPolicy === undefined ? '' : ` hitPolicy="${table.hitPolicy}"`;
  const aggregation = table.aggregation === undefined ? '' : ` aggregation="${table.aggregation}"`;
  return `<decision id="${id}" name="${id}">${inside}<decisionTable id="${id}-table"${policy}${aggregation}>${[...inputs, ...outputs, ...rules].join('')}</decisionTable></decision>`;
}

/** A decision with a literal expression. */
export const literalDecision = (id: string, expression: string, inside = ''): string =>
  `<decision id="${id}" name="${id}">${inside}<literalExpression id="${id}-text">${text(expression)}</literalExpression></decision>`;

export const requires = (id: string): string =>
  `<informationRequirement><requiredDecision href="#${id}"/></informationRequirement>`;

export const variable = (name: string, type?: string): string =>
  `<variable name="${name}"${type === undefined ? '' : ` typeRef="${type}"`}/>`;
