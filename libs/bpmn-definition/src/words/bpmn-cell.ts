import { finding, ignored, judgedBy, read, type IgnoredBecause, type Verdict } from './verdict.js';

/** What becomes of a word of BPMN: one verdict, or one that depends on what is written. */
export type BpmnCell =
  | Verdict
  | {
      /** These values, in letters of any size, say no more than what is done anyway; of a child element its name. */
      readonly unless: readonly string[];
      readonly else: Verdict;
    };

export const isRead: BpmnCell = read;
export const by = (rule: string): BpmnCell => judgedBy(rule);
export const left = (because: IgnoredBecause): BpmnCell => ignored(because);
/** Left out, it changes who does what or what happens. */
export const refused = (advice: string): BpmnCell => finding('unexecuted-content', 'error', advice);
/** Left out, it changes nothing that a run decides. */
export const warned = (advice: string): BpmnCell => finding('unexecuted-content', 'warning', advice);
export const unless = (values: readonly string[], otherwise: BpmnCell): BpmnCell => ({
  unless: values,
  else: verdictOf(otherwise, undefined),
});

export function verdictOf(cell: BpmnCell, value: string | undefined): Verdict {
  if ('is' in cell) return cell;
  const written = value?.trim().toLowerCase();
  return cell.unless.some((harmless) => harmless.toLowerCase() === written) ? ignored('default') : cell.else;
}
