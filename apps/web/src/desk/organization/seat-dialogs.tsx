import dayjs, { type Dayjs } from 'dayjs';
import {
  organizationChangesAppoint,
  organizationChangesDeclareKin,
  organizationChangesEndPosition,
  organizationChangesEndSubstitute,
  organizationChangesNameSubstitute,
  type AppointDto,
  type DeclareKinDto,
  type SeatView,
  type SubstituteDto,
  type SubstituteView,
  type UnitPeopleView,
} from '../../client/api.js';
import { organizationWords, relationWords } from '../../words/organization.words.js';
import { ChoiceField, DayField, KeptDialog, PersonField, dayIn } from './kept-dialog.js';

/** What is being done to a unit's people. */
export type Doing =
  | { readonly what: 'appoint' | 'substitute' | 'kin' }
  | { readonly what: 'end-seat'; readonly seat: SeatView }
  | { readonly what: 'end-substitute'; readonly substitute: SubstituteView };

interface DialogProps {
  readonly unit: UnitPeopleView;
  readonly onClose: () => void;
}

export function SeatDialog({ doing, ...props }: DialogProps & { readonly doing: Doing }) {
  if (doing.what === 'end-seat') return <EndSeat seat={doing.seat} {...props} />;
  if (doing.what === 'end-substitute') return <EndSubstitute substitute={doing.substitute} {...props} />;
  if (doing.what === 'appoint') return <Appoint {...props} />;
  return doing.what === 'substitute' ? <NameSubstitute {...props} /> : <DeclareKin {...props} />;
}

interface Spanned {
  readonly from: Dayjs;
  readonly to: Dayjs;
  readonly reason: string;
}

const positionsOf = ({ positions }: UnitPeopleView) =>
  positions.map(({ key, title }) => ({ value: key, label: title }));

type Appointment = Omit<Spanned, 'to'> &
  Pick<AppointDto, 'personId' | 'key'> & { readonly to?: Dayjs | null };

const Appoint = ({ unit, onClose }: DialogProps) => (
  <KeptDialog<Appointment>
    title={`${organizationWords.appoint}：${unit.name}`}
    hint={organizationWords.graveHint}
    initial={{ from: dayjs() }}
    onClose={onClose}
    send={({ from, to, ...said }, id) =>
      organizationChangesAppoint({
        path: { id },
        body: { ...said, unitId: unit.id, from: dayIn(from), ...(to && { to: dayIn(to) }) },
      })
    }
  >
    <PersonField name="personId" label={organizationWords.person} />
    <ChoiceField name="key" label={organizationWords.position} options={positionsOf(unit)} />
    <DayField name="from" label={organizationWords.firstDay} />
    <DayField name="to" label={organizationWords.lastDayOpen} isRequired={false} />
  </KeptDialog>
);

interface Ending {
  readonly last: Dayjs;
  readonly reason: string;
}

const EndSeat = ({ seat, onClose }: DialogProps & { readonly seat: SeatView }) => (
  <KeptDialog<Ending>
    title={`${seat.isToCome ? organizationWords.takeBack : organizationWords.endSeat}：${seat.personName}，${seat.title}`}
    {...(!seat.isToCome && { hint: organizationWords.endHint })}
    initial={{ last: seat.isToCome ? dayjs(seat.from).subtract(1, 'day') : dayjs() }}
    onClose={onClose}
    send={({ last, reason }) =>
      organizationChangesEndPosition({ path: { id: seat.id }, body: { last: dayIn(last), reason } })
    }
  >
    <DayField name="last" label={organizationWords.lastDay} />
  </KeptDialog>
);

const NameSubstitute = ({ unit, onClose }: DialogProps) => (
  <KeptDialog<Spanned & Pick<SubstituteDto, 'fromPersonId' | 'toPersonId' | 'scope'>>
    title={`${organizationWords.substitute}：${unit.name}`}
    initial={{ from: dayjs(), scope: 'all' }}
    onClose={onClose}
    send={({ from, to, ...said }, id) =>
      organizationChangesNameSubstitute({
        path: { id },
        body: { ...said, unitId: unit.id, from: dayIn(from), to: dayIn(to) },
      })
    }
  >
    <ChoiceField name="fromPersonId" label={organizationWords.away} options={holdersOf(unit)} />
    <PersonField name="toPersonId" label={organizationWords.standsIn} />
    <ChoiceField
      name="scope"
      label={organizationWords.scope}
      options={[{ value: 'all', label: organizationWords.every }, ...positionsOf(unit)]}
    />
    <DayField name="from" label={organizationWords.firstDay} />
    <DayField name="to" label={organizationWords.lastDay} />
  </KeptDialog>
);

const EndSubstitute = ({ substitute, onClose }: DialogProps & { readonly substitute: SubstituteView }) => (
  <KeptDialog<Ending>
    title={`${organizationWords.endSubstitute}：${organizationWords.stands(substitute.toPersonName, substitute.fromPersonName)}`}
    initial={{ last: dayjs() }}
    onClose={onClose}
    send={({ last, reason }) =>
      organizationChangesEndSubstitute({ path: { id: substitute.id }, body: { last: dayIn(last), reason } })
    }
  >
    <DayField name="last" label={organizationWords.lastDay} />
  </KeptDialog>
);

interface Declaration extends DeclareKinDto {
  readonly personId: string;
  readonly otherId: string;
}

const DeclareKin = ({ unit, onClose }: DialogProps) => (
  <KeptDialog<Declaration>
    title={`${organizationWords.declareKin}：${unit.name}`}
    onClose={onClose}
    send={({ personId, otherId, ...body }) =>
      organizationChangesDeclareKin({ path: { id: personId, otherId }, body })
    }
  >
    <ChoiceField name="personId" label={organizationWords.person} options={holdersOf(unit)} />
    <PersonField name="otherId" label={organizationWords.other} />
    <ChoiceField
      name="relation"
      label={organizationWords.relation}
      options={[
        ...Object.entries(relationWords).map(([value, label]) => ({ value, label })),
        { value: 'none', label: organizationWords.none },
      ]}
    />
  </KeptDialog>
);

/** Those in office, each once. */
const holdersOf = ({ seats }: UnitPeopleView) =>
  [...new Map(seats.map(({ personId, personName }) => [personId, personName]))].map(([value, label]) => ({
    value,
    label,
  }));
