import type { MigrateCaseDto } from '../../../client/api.js';
import { asks } from '../../../words/operation.words.js';
import { Picker } from './picker.js';

export type Timers = MigrateCaseDto['timers'];

const PICKS = [
  { value: 'keep', label: asks.keepTimers },
  { value: 'replan', label: asks.replanTimers },
] satisfies readonly { readonly value: Timers; readonly label: string }[];

interface TimersPickerProps {
  readonly value: Timers;
  readonly onChange: (value: Timers) => void;
}

/** Whether the timers of what moves keep their moment. */
export const TimersPicker = ({ value, onChange }: TimersPickerProps) => (
  <Picker
    legend={asks.timers}
    picks={PICKS}
    chosen={[value]}
    onChange={([one]) => onChange(one as Timers)}
    single
  />
);
