import type { CompiledExpression } from '@wuqing/bpmn-model';
export const feel = (text: string): CompiledExpression => { const source = text.replace(/^=/, ''); return { source, ast: { source } }; };
