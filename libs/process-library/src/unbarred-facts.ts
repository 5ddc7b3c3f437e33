import { extensionsNamed, nodeOf, type ExecutableProcess } from '@wuqing/bpmn-model';
import type { JsonObject } from '@wuqing/kernel';

const votesOf = ({ yes, no, abstain }: JsonObject): number =>
  [yes, no, abstain].reduce<number>((sum, votes) => sum + (typeof votes === 'number' ? votes : 0), 0);

/**
 * What the API's door adds to the submission of a meeting or of an act of supervision, told of people whom nothing
 * bars, with a list of voters of the right length. For walks in memory, where there is no organization to ask.
 */
export function unbarredFacts(
  process: ExecutableProcess,
  elementId: string,
  submission: JsonObject,
): JsonObject {
  const { extensions } = nodeOf(process, elementId);
  const has = (name: string): boolean => extensionsNamed(extensions, name).length > 0;
  if (has('observer')) return { mayObserve: true };
  if (!has('quorum') && !has('ballot')) return {};
  const voters = Array.from({ length: votesOf(submission) }, (_, at) => `voter-${at + 1}`);
  const named = has('quorum');
  return { electorate: { withoutVote: [], notOnRoll: [], mustRecuse: [], named }, ...(named && { voters }) };
}
