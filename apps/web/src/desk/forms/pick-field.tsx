import type { FieldProps } from '../../forms/field-props.js';
import { usePicks } from '../../forms/use-picks.js';
import { SearchSelect } from './search-select.js';

/** People or villages of a form. */
export function PickField(props: FieldProps) {
  const { id, problem } = props;
  const { finding, isList, picked, take } = usePicks(props);
  const said =
    problem === undefined
      ? {}
      : { status: 'error' as const, 'aria-invalid': true, 'aria-describedby': `${id}-problem` };
  return (
    <SearchSelect finding={finding} isList={isList} picked={picked} field={{ id, ...said }} onChange={take} />
  );
}
