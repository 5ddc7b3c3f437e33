import { compileDecisions, type Problem } from '@wuqing/bpmn-definition';
import type { CompiledDecision } from '@wuqing/decision';
import type { Result } from '@wuqing/kernel';
import { compileOptions } from './compile-options.js';

/** The decisions of one `.dmn` file by id. */
export type CheckedDecisions = Readonly<Record<string, CompiledDecision>>;

/**
 * Reads and compiles a DMN file as publication does: its decisions, or all problems. No text makes it throw, but a
 * hostile one may take long: hand in files that we wrote ourselves, and foreign ones by a `DefinitionReader`.
 */
export const checkDecisions = (xml: string): Promise<Result<CheckedDecisions, Problem[]>> =>
  compileDecisions(xml, compileOptions);
