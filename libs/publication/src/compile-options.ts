import type { CompileOptions } from '@wuqing/bpmn-definition';
import { deliberationExtensions, deliberationFunctions } from '@wuqing/deliberation';
import { checkServiceLevel } from '@wuqing/service-level';
import { feelHostFunctions, indexCalendar, officialCalendar } from '@wuqing/working-calendar';
import { houseWords } from './house-words.js';

/** What the house knows beyond BPMN: functions that FEEL may call, and the owners of `wq:` elements by local name. */
export const compileOptions: CompileOptions = {
  hostFunctionNames: Object.keys({
    ...feelHostFunctions(indexCalendar(officialCalendar)),
    ...deliberationFunctions,
  }),
  extensions: { ...deliberationExtensions, serviceLevel: checkServiceLevel },
  words: houseWords,
};
