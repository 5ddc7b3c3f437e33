import { instantOf, isoOf } from '@wuqing/kernel';
import { effectsOf, traceOf } from '@wuqing/testing';
import { besides, decisionAt, publishedAt } from './golden-files.mjs';
import { openIn } from './open-in.mjs';
import { receiversOf } from './receivers-of.mjs';
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
  const at = (file) => besides(name, file);
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

/** What a message or signal that was sent leads to, case by case. */
function delivered({ deliver, case: from = 'main' }, cases) {
  const told = receiversOf(deliver, from, cases).map(([id, command]) => [id, sent(cases[id], command, {})]);
  return {
    trace: told.map(([id, { trace, refused }]) => `${id}: ${trace ?? refused}`).join(' | ') || 'kept',
  };
}

/** How the case is left, or each of several. */
function leftBy(cases) {
  const left = Object.entries(cases).map(([id, { driver }]) => [id, leftIn(driver.state)]);
  return left.length === 1 ? { leaves: left[0][1] } : { leaves: Object.fromEntries(left) };
}

const leftIn = (state) => ({ status: state.status, variables: state.variables, open: openIn(state) });
