import { EventEmitter } from 'node:events';
import { createRequire } from 'node:module';
import { Engine } from 'bpmn-engine';

/**
 * bpmn-engine (npm, MIT) as the yardstick for a case in memory. Its source is read and serialized once, as ours is
 * compiled once, so that what is compared is the running alone; its own README reads the source for every instance.
 */
const own = createRequire(createRequire(import.meta.url).resolve('bpmn-engine'));
const { default: serialize, TypeResolver } = own('moddle-context-serializer');
const BpmnModdle = own('bpmn-moddle');

export async function otherEngine(source) {
  const context = await new BpmnModdle().fromXML(source);
  const sourceContext = serialize(context, TypeResolver({ ...own('bpmn-elements') }));
  return {
    /** One instance from start to end; every user task is signalled as soon as it waits. */
    run: () => execute({ sourceContext }, (api) => api.signal()),
    /** The same as the README has it. */
    runFromSource: () => execute({ source }, (api) => api.signal()),
    /** The largest state that `getState` gives while a task waits, as JSON, bytes. */
    async stateBytes() {
      let most = 0;
      await execute({ sourceContext }, async (api, engine) => {
        most = Math.max(most, Buffer.byteLength(JSON.stringify(await engine.getState())));
        api.signal();
      });
      return most;
    },
  };
}

function execute(options, onWait) {
  const engine = new Engine({ name: 'seven-user-tasks', ...options });
  const listener = new EventEmitter();
  listener.on('activity.wait', (api) => onWait(api, engine));
  return new Promise((resolve, reject) => {
    engine.execute({ listener }, (error) => (error ? reject(error) : resolve()));
  });
}
