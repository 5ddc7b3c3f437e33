import { correlate } from '@wuqing/bpmn-engine';
import { startTriggersOf } from '@wuqing/bpmn-model';
import { instantOf, isoOf } from '@wuqing/kernel';
import { effectsOf, traceOf } from '@wuqing/testing';
import { dirname } from 'node:path';
import { decisionAt, publishedAt } from './golden-files.mjs';
import { openIn } from './open-in.mjs';
import { WatchedCase } from './watched-case.mjs';

/**
 * Plays the steps of a golden trace on its published models. Answers with the same document as it was observed, and with the
 * runs: the definitions and, case by case, the commands and facts.
 */
export async function playGolden(name, golden) {
  const models = await modelsFor(name, golden);
  const runs = golden.runs.map((run) => playRun(run, models));
  const { warned } = models.cases.main;
  const { warnings: _expected, runs: _runs, ...given } = golden;
  return {
    observed: {
      ...given,
      ...(warned.length > 0 && { warnings: warned }),
      runs: runs.map(({ observed }) => observed),
    },
    models,
    cases: runs.flatMap(({ cases }) => Object.values(cases)),
  };
}

async function modelsFor(name, { cases = {}, called = {}, decisions = {}, migrateTo }) {
  const at = (file) => `${dirname(name)}/${file}`;
  const publishedOf = (files) => mapped(files, (file) => publishedAt(at(file)));
  const all = await publishedOf(called);
  return {
    cases: { main: await publishedAt(`${name}.bpmn`), ...(await publishedOf(cases)) },
    called: all,
    ...(migrateTo && { migrateTo: await publishedAt(at(migrateTo)) }),
    context: {
      called: Object.fromEntries(Object.entries(all).map(([key, { process }]) => [key, process])),
      decisions: await mapped(decisions, (file, key) => decisionAt(at(file), key.split('@')[0])),
    },
  };
}

const mapped = async (record, make) =>
  Object.fromEntries(
    await Promise.all(Object.entries(record).map(async ([key, value]) => [key, await make(value, key)])),
  );

function playRun({ name, steps }, models) {
  const cases = Object.fromEntries(
    Object.entries(models.cases).map(([id, published]) => [id, caseOf(published, models)]),
  );
  const played = steps.map((step) => {
    const { trace: _trace, effects: _effects, refused: _refused, ...given } = step;
    if (step.at) for (const { driver } of Object.values(cases)) driver.clock.setTo(instantOf(step.at));
    return {
      ...given,
      ...(step.deliver ? delivered(step, cases) : sent(cases[step.case ?? 'main'], step.command, models)),
    };
  });
  return { observed: { name, steps: played, ...leftBy(cases) }, cases };
}

const caseOf = (published, models) => ({
  published,
  driver: new WatchedCase(published.process, models.context),
  commands: [],
});

function sent(one, command, { migrateTo }) {
  const migrates = command.type === 'MigrateProcessInstance';
  const answer = migrates ? one.driver.migrate(migrateTo.process, command) : one.driver.send(command);
  if (answer.ok) one.commands.push(command);
  return saidBy(answer);
}

function saidBy(answer) {
  if (!answer.ok) return { refused: `${answer.error.code}: ${answer.error.message}` };
  const { events, effects } = answer.value;
  return {
    trace: traceOf(events),
    ...(effects.length > 0 && { effects: effects.map(wordOf).join(' ') }),
  };
}

/** An effect in short, with what it carries away, when a timer is due, and for how long a message is kept. */
function wordOf(effect) {
  const { inputs, variables = inputs ?? {}, dueAt, timeToLiveMs } = effect;
  return [
    effectsOf([effect]),
    dueAt === undefined ? '' : `@${isoOf(dueAt)}`,
    timeToLiveMs === undefined ? '' : `~${timeToLiveMs / 1000}s`,
    Object.keys(variables).length === 0 ? '' : JSON.stringify(variables),
  ].join('');
}

/** What the shell does with a message (one receiver, or one case that it starts, else it is kept) or a signal (all who wait). */
function delivered({ deliver, case: from = 'main' }, cases) {
  const wish = cases[from].driver.effects.find(
    ({ messageId, signalId }) => (messageId ?? signalId) === deliver,
  );
  const told = wish.type === 'PublishMessage' ? receiverOf(wish, cases) : hearersOf(wish, cases, from);
  const said = told.map(([id, command]) => `${id}: ${sent(cases[id], command, {}).trace}`);
  return { trace: said.join(' | ') || 'kept' };
}

function receiverOf({ messageName: name, correlationKey, variables }, cases) {
  const waiting = Object.entries(cases).flatMap(([caseId, { driver }]) =>
    Object.entries(driver.state.subscriptions).map(([subscription, wait]) => ({
      caseId,
      subscription,
      ...wait,
      openedAt: 0,
    })),
  );
  const found = correlate(waiting, { name, correlationKey, expiresAt: 0 }, 0);
  if (found)
    return [[found.caseId, { type: 'CorrelateMessage', subscription: found.subscription, variables }]];
  return Object.entries(cases)
    .filter(([, { driver }]) => driver.state.status === 'created')
    .flatMap(([id, { driver }]) =>
      startTriggersOf(driver.process)
        .filter(
          ({ definition: { kind, message } }) =>
            kind === 'message' && driver.process.messages[message].name === name,
        )
        .map(({ elementId }) => [id, { type: 'StartProcessInstance', startEvent: elementId, variables }]),
    )
    .slice(0, 1);
}

const hearersOf = ({ signalName, variables }, cases, from) =>
  Object.entries(cases)
    .filter(([id]) => id !== from)
    .flatMap(([id, { driver }]) =>
      Object.entries(driver.state.signals ?? {})
        .filter(([, wait]) => wait.signalName === signalName)
        .map(([subscription]) => [id, { type: 'TriggerSignal', subscription, variables }]),
    );

/** How the case is left, or each of several. */
function leftBy(cases) {
  const left = Object.entries(cases).map(([id, { driver }]) => [id, leftIn(driver.state)]);
  return left.length === 1 ? { leaves: left[0][1] } : { leaves: Object.fromEntries(left) };
}

const leftIn = (state) => ({ status: state.status, variables: state.variables, open: openIn(state) });
