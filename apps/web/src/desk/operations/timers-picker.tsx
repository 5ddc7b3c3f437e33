import { asks } from './operation-words.js';
import { Picker } from './picker.js';

const PICKS = [
  { value: 'keep', label: asks.keepTimers },
  { value: 'replan', label: asks.replanTimers },
];

interface TimersPickerProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Whether the timers of what moves keep their moment. */
export function TimersPicker({ value, onChange }: TimersPickerProps) {
  return (
    <Picker legend={asks.timers} picks={PICKS} chosen={[value]} onChange={([one]) => onChange(one!)} single />
  );
}
