/** Boxes of DMN for specs; a text that does not begin with `<` is a literal expression. */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export const literal = (text: string): string =>
  text.startsWith('<') ? text : `<literalExpression><text>${escaped(text)}</text></literalExpression>`;

const typed = (line: string): string => {
  const [name = '', type] = line.split(': ');
  return `name="${name}"${type === undefined ? '' : ` typeRef="${type}"`}`;
};

/** `{ 'net: number': 'n * 2', '': 'net + 1' }`; the entry without a name is the result. */
export const context = (entries: Readonly<Record<string, string>>): string =>
  `<context>${Object.entries(entries)
    .map(
      ([name, value]) =>
        `<contextEntry>${name === '' ? '' : `<variable ${typed(name)}/>`}${literal(value)}</contextEntry>`,
    )
    .join('')}</context>`;

export const invocation = (called: string, bindings: Readonly<Record<string, string>>): string =>
  `<invocation>${literal(called)}${Object.entries(bindings)
    .map(([name, value]) => `<binding><parameter name="${name}"/>${literal(value)}</binding>`)
    .join('')}</invocation>`;

export const list = (...items: readonly string[]): string => `<list>${items.map(literal).join('')}</list>`;

export const relation = (columns: readonly string[], ...rows: readonly (readonly string[])[]): string =>
  `<relation>${columns.map((column) => `<column ${typed(column)}/>`).join('')}${rows
    .map((row) => `<row>${row.map(literal).join('')}</row>`)
    .join('')}</relation>`;

const formal = (parameters: readonly string[]): string =>
  parameters.map((parameter) => `<formalParameter ${typed(parameter)}/>`).join('');

export const boxedFunction = (parameters: readonly string[], body: string): string =>
  `<functionDefinition>${formal(parameters)}${literal(body)}</functionDefinition>`;

/** A business knowledge model whose id is its name without spaces. */
export const knowledge = (name: string, parameters: readonly string[], body: string, inside = ''): string =>
  `<businessKnowledgeModel id="${name.replaceAll(' ', '-')}" name="${name}"><variable name="${name}"/><encapsulatedLogic>${formal(parameters)}${literal(body)}</encapsulatedLogic>${inside}</businessKnowledgeModel>`;

export const knows = (...ids: readonly string[]): string =>
  ids.map((id) => `<knowledgeRequirement><requiredKnowledge href="#${id}"/></knowledgeRequirement>`).join('');

export const decision = (id: string, logic: string, inside = ''): string =>
  `<decision id="${id}" name="${id}">${inside}${literal(logic)}</decision>`;

/** `line`: `name` or `name: type`. */
export const inputData = (line: string): string =>
  `<inputData id="in-${(line.split(':')[0] ?? '').replaceAll(' ', '-')}" name="${line.split(':')[0] ?? ''}"><variable ${typed(line)}/></inputData>`;

export const takes = (...names: readonly string[]): string =>
  names
    .map(
      (name) =>
        `<informationRequirement><requiredInput href="#in-${name.replaceAll(' ', '-')}"/></informationRequirement>`,
    )
    .join('');

export const service = (name: string, inside: Readonly<Record<string, readonly string[]>>): string =>
  `<decisionService id="${name.replaceAll(' ', '-')}" name="${name}"><variable name="${name}"/>${Object.entries(
    inside,
  )
    .flatMap(([kind, ids]) => ids.map((id) => `<${kind} href="#${id}"/>`))
    .join('')}</decisionService>`;

/** `item('tPerson', { name: 'string', 'tags[]': 'string' })`, or of one type, `item('tGrade', 'string', '"A", "B"')`. */
export function item(
  name: string,
  of: string | Readonly<Record<string, string>>,
  allowed?: string,
  tag = 'itemDefinition',
): string {
  const isCollection = name.endsWith('[]') ? ' isCollection="true"' : '';
  const inside =
    typeof of === 'string'
      ? `<typeRef>${of}</typeRef>`
      : Object.entries(of)
          .map(([part, type]) => item(part, type, undefined, 'itemComponent'))
          .join('');
  const values =
    allowed === undefined ? '' : `<allowedValues><text>${escaped(allowed)}</text></allowedValues>`;
  return `<${tag} name="${name.replace('[]', '')}"${isCollection}>${inside}${values}</${tag}>`;
}
