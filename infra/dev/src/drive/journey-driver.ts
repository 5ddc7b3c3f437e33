import type { Journey, JourneyMessage, JourneyStep, JourneySubmission } from '@wuqing/process-library';
import type { FileReference } from '@wuqing/forms';
import { required } from '@wuqing/kernel';
import { filledTask } from './filled-task.js';
import { justBefore, startOn, workOn } from './case-time.js';
import type { People } from './people.js';
import { UnexpectedAnswer, type Answer, type Person } from './person.js';
import type { CaseDetailShown, CaseShown, ProblemShown, TaskShown, TimelineItemShown } from './shown.js';

export interface JourneyPorts {
  readonly people: People;
  /** Moves one case to `target`, epoch ms of its own time. */
  fastForward(caseId: string, target: number): Promise<void>;
}

/** A 409 of the API. */
export interface Refusal {
  /** The guard of the process that spoke; undefined where another rule did. */
  readonly guard: string | undefined;
  readonly sentence: string;
}

/** What was seen of the case after a step that was not there before. */
export interface StepOutcome {
  readonly actor: Person | null;
  /** The task that was completed or refused. */
  readonly task: TaskShown | null;
  readonly refusal: Refusal | null;
  readonly opened: readonly TaskShown[];
  /** Tasks that went without anyone completing them. */
  readonly canceled: readonly TaskShown[];
  /** Where a step waits for its day: what had opened a minute before that day. */
  readonly openedEarly: readonly TaskShown[];
  readonly lines: readonly TimelineItemShown[];
  readonly seen: CaseDetailShown;
}

/**
 * Walks a journey's file over HTTP: each step on its day, by the holder of its position, on the task he sees. It looks
 * at the case through the API alone and judges nothing; whoever calls compares with what the journey expects.
 */
export class JourneyDriver {
  private before: CaseDetailShown;
  private readonly papers = new Map<string, FileReference>();
  private readonly told: Set<string>;

  private constructor(
    private readonly ports: JourneyPorts,
    private readonly journey: Journey,
    readonly begun: StepOutcome,
    /** Reads the case between the steps. */
    readonly observer: Person,
  ) {
    this.before = begun.seen;
    this.told = new Set(begun.lines.map(lineKey));
  }

  get caseId(): string {
    return this.before.id;
  }

  /** Starts the journey's case in its village, at nine o'clock of its first day; under the same `key` it is the same case. */
  static async begin(ports: JourneyPorts, journey: Journey, key?: string): Promise<JourneyDriver> {
    const { people } = ports;
    const { village, start } = journey;
    const actor = await people.holderOf(start.as, village, start.on);
    const path = '/api/cases';
    const answer = await actor.postUntilSettled<{ case: CaseShown }>(
      path,
      {
        processKey: journey.process,
        unitId: people.villageId(village),
        title: start.title,
        startAt: startOn(start.on),
      },
      key,
    );
    if (answer.status !== 201) throw new UnexpectedAnswer('POST', path, answer);
    const seen = await caseOf(actor, answer.body.case.id);
    const lines = await timelineOf(actor, seen.id);
    const nothing = { task: null, refusal: null, canceled: [], openedEarly: [] };
    return new JourneyDriver(ports, journey, { ...nothing, actor, opened: seen.tasks, lines, seen }, actor);
  }

  async take(step: JourneyStep): Promise<StepOutcome> {
    if ('wait' in step) return this.wait(step.on);
    await this.ports.fastForward(this.caseId, workOn(step.on));
    return 'message' in step ? this.send(step) : this.complete(step);
  }

  /** The case's whole story so far. */
  timeline(): Promise<readonly TimelineItemShown[]> {
    return timelineOf(this.observer, this.caseId);
  }

  personIn(reference: string, day: string): Promise<Person> {
    return this.ports.people.holderOf(reference, this.journey.village, day);
  }

  private async wait(day: string): Promise<StepOutcome> {
    await this.ports.fastForward(this.caseId, justBefore(day));
    const openedEarly = since(this.before, await caseOf(this.observer, this.caseId));
    await this.ports.fastForward(this.caseId, workOn(day));
    return { ...(await this.outcome(null, null, null)), openedEarly };
  }

  private async complete(step: JourneySubmission): Promise<StepOutcome> {
    const actor = await this.personIn(step.as, step.on);
    const tasks = await this.tasksAround(actor, step.element);
    const own = step.element.split('/').at(-1);
    const task = required(
      tasks.find(({ elementId }) => elementId === own),
      `an open ${step.element} on ${step.on}, found ${tasks.map(({ elementId }) => elementId).join(', ')}`,
    );
    const path = `/api/user-tasks/${task.id}/completion`;
    const answer = await actor.postUntilSettled(path, {
      rowVersion: task.rowVersion,
      submission: await filledTask(actor, task, step, this.papers),
    });
    return this.outcome(actor, task, refusalOf(path, answer));
  }

  /** Open tasks of the case, or of those that it calls: `rectify/do-rectification` is one of theirs. */
  private async tasksAround(actor: Person, element: string): Promise<readonly TaskShown[]> {
    if (!element.includes('/')) return (await caseOf(actor, this.caseId)).tasks;
    const { children } = await caseOf(this.observer, this.caseId);
    const running = children.filter(({ status }) => status === 'running');
    return (await Promise.all(running.map(({ id }) => caseOf(actor, id)))).flatMap(({ tasks }) => tasks);
  }

  private async send({ as, on, message: name, variables }: JourneyMessage): Promise<StepOutcome> {
    const actor = await this.personIn(as, on);
    const path = `/api/cases/${this.caseId}/messages`;
    const answer = await actor.postUntilSettled(path, { name, variables });
    return this.outcome(actor, null, refusalOf(path, answer));
  }

  private async outcome(
    actor: Person | null,
    task: TaskShown | null,
    refusal: Refusal | null,
  ): Promise<StepOutcome> {
    const seen = await caseOf(this.observer, this.caseId);
    const [opened, closed] = [since(this.before, seen), since(seen, this.before)];
    const lines = (await this.timeline()).filter((line) => !this.told.has(lineKey(line)));
    for (const line of lines) this.told.add(lineKey(line));
    this.before = seen;
    const canceled = closed.filter(({ id }) => id !== task?.id);
    return { actor, task, refusal, opened, canceled, openedEarly: [], lines, seen };
  }
}

const lineKey = ({ at, kind, text }: TimelineItemShown): string => `${at} ${kind} ${text}`;

const caseOf = (person: Person, id: string): Promise<CaseDetailShown> => person.get(`/api/cases/${id}`);

async function timelineOf(person: Person, caseId: string): Promise<readonly TimelineItemShown[]> {
  return (await person.get<{ items: TimelineItemShown[] }>(`/api/cases/${caseId}/timeline`)).items;
}

/** Open tasks of the second look that the first has not. */
function since(first: CaseDetailShown, second: CaseDetailShown): TaskShown[] {
  const known = new Set(first.tasks.map(({ id }) => id));
  return second.tasks.filter(({ id }) => !known.has(id));
}

function refusalOf(path: string, answer: Answer): Refusal | null {
  if (answer.status < 300) return null;
  if (answer.status !== 409) throw new UnexpectedAnswer('POST', path, answer);
  const { detail, rejection } = answer.body as ProblemShown;
  return { guard: rejection?.guard, sentence: detail };
}
