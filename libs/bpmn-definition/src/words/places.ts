import { rawAttribute, type RawElement } from '../xml/raw-element.js';
import { bpmnNamespace } from '../xml/name-spaces.js';
import type { ExtensionWord } from './extension-word.js';
import { lineageOf } from './meta-model.js';

const definition = /^(\w+)EventDefinition$/;

/** `Message`, `Timer` … of an event, its own or of a definition at the root of the file. */
function eventKindsOf({ children }: RawElement, root: RawElement): string[] {
  return children
    .filter(({ uri }) => uri === bpmnNamespace)
    .flatMap(({ local, text }) => {
      if (local !== 'eventDefinitionRef') return definition.exec(local)?.[1] ?? [];
      const id = text.trim().replace(/^.*:/, '');
      const referred = root.children.find((one) => rawAttribute(one, 'id') === id);
      return definition.exec(referred?.local ?? '')?.[1] ?? [];
    })
    .map((kind) => kind.slice(0, 1).toUpperCase() + kind.slice(1));
}

/** Whether an extension is read on an element of this type. */
export function isReadOn({ on }: ExtensionWord, owner: RawElement, type: string, root: RawElement): boolean {
  if (on.includes(type) || (on.includes('*') && lineageOf(type).has('FlowNode'))) return true;
  return (
    on.some((place) => place.startsWith(`${type}.`)) &&
    eventKindsOf(owner, root).some((kind) => on.includes(`${type}.${kind}`))
  );
}

const names: Readonly<Record<string, string>> = {
  '*': '步骤、事件和网关',
  AdHocSubProcess: '临时子流程',
  BusinessRuleTask: '业务规则任务',
  CallActivity: '调用活动',
  'EndEvent.Message': '消息结束事件',
  'IntermediateThrowEvent.Message': '消息抛出事件',
  Message: '消息',
  MultiInstanceLoopCharacteristics: '多实例',
  Process: '流程',
  ScriptTask: '脚本任务',
  SendTask: '发送任务',
  ServiceTask: '服务任务',
  Signal: '信号',
  UserTask: '人工任务',
};

/** Where an extension is read, for a person. */
export const placesText = ({ on }: ExtensionWord): string =>
  on.map((place) => names[place] ?? place).join('、');
