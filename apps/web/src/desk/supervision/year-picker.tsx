import { Select } from 'antd';
import { inspectionWords } from '../../words/inspection.words.js';

/** How many years back it goes. */
const YEARS = 6;

interface PickerProps {
  readonly year: number;
  /** The moment of which the figures are, ISO 8601: its year is the last one. */
  readonly asOf: string;
  readonly onPick: (year: number) => void;
}

export function YearPicker({ year, asOf, onPick }: PickerProps) {
  const last = Number(asOf.slice(0, 4));
  const years = Array.from({ length: YEARS }, (_, back) => last - back);
  const shown = years.includes(year) ? years : [...years, year];
  return (
    <Select
      aria-label={inspectionWords.year}
      value={year}
      options={shown.map((value) => ({ value, label: inspectionWords.yearOf(value) }))}
      onChange={onPick}
    />
  );
}
