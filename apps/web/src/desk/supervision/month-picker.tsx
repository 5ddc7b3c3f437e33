import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { inspectionWords } from '../../words/inspection.words.js';

interface PickerProps {
  /** 'YYYY-MM'; null: all of the year. */
  readonly month: string | null;
  /** Behind the month of this moment (ISO 8601) there is nothing yet. */
  readonly asOf: string;
  readonly onPick: (month: string | undefined) => void;
}

/** One month of the year, or all of it. */
export const MonthPicker = ({ month, asOf, onPick }: PickerProps) => (
  <DatePicker
    picker="month"
    aria-label={inspectionWords.month}
    placeholder={inspectionWords.allMonths}
    value={month === null ? null : dayjs(`${month}-01`)}
    format="YYYY 年 M 月"
    maxDate={dayjs(asOf)}
    style={{ width: 150 }}
    onChange={(picked) => onPick(picked ? picked.format('YYYY-MM') : undefined)}
  />
);
