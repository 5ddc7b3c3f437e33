import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { Labelled } from '../../kit/labelled.js';
import { ledgerWords } from '../../words/ledger.words.js';
import { words } from '../../words/words.js';

interface EndDayProps {
  readonly value: string | undefined;
  readonly onChange: (day: string | undefined) => void;
}

/** First day on which a row is no longer in force. */
export const EndDay = ({ value, onChange }: EndDayProps) => (
  <Labelled title={ledgerWords.endDay} note={words.required}>
    <DatePicker
      className="wide"
      value={value === undefined ? null : dayjs(value)}
      format={['YYYY-MM-DD ddd', 'YYYY-MM-DD']}
      onChange={(day) => onChange(day ? day.format('YYYY-MM-DD') : undefined)}
    />
  </Labelled>
);
