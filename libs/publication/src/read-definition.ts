import { decodeXml, type Compiled, type Problem } from '@wuqing/bpmn-definition';
import { err, type Result } from '@wuqing/kernel';
import { checkDecisions, type CheckedDecisions } from './check-decisions.js';
import { checkDefinition } from './check-definition.js';

/** A file as text, or as the bytes that somebody sent; bytes are decoded as their mark or declaration says. */
export type DefinitionFile = string | Uint8Array;

/** What each kind of file is read to. */
export interface Readings {
  readonly process: Compiled;
  readonly decisions: CheckedDecisions;
}
export type FileKind = keyof Readings;

const checks: { readonly [Kind in FileKind]: (xml: string) => Promise<Result<Readings[Kind], Problem[]>> } = {
  process: (xml) => checkDefinition(xml),
  decisions: checkDecisions,
};

/** `checkDefinition` or `checkDecisions` of text or bytes. */
export async function readDefinition<Kind extends FileKind>(
  kind: Kind,
  file: DefinitionFile,
): Promise<Result<Readings[Kind], Problem[]>> {
  if (typeof file === 'string') return checks[kind](file);
  const text = decodeXml(file);
  return text.ok ? checks[kind](text.value) : err([text.error]);
}
