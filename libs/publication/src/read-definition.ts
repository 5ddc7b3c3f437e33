import { decodeXml, type Compiled, type Problem } from '@wuqing/bpmn-definition';
import { err, type Result } from '@wuqing/kernel';
import { checkDefinition } from './check-definition.js';

/** A file as text, or as the bytes that somebody sent; bytes are decoded as their mark or declaration says. */
export type DefinitionFile = string | Uint8Array;

/** `checkDefinition` of text or bytes. */
export async function readDefinition(file: DefinitionFile): Promise<Result<Compiled, Problem[]>> {
  if (typeof file === 'string') return checkDefinition(file);
  const text = decodeXml(file);
  return text.ok ? checkDefinition(text.value) : err([text.error]);
}
