import { useState } from 'react';
import type { PowerListView, PowerView, ProcessView } from '../../client/api.js';
import { Unconfirmed } from '../../kit/marks.js';
import { phoneWords } from '../../words/phone.words.js';
import { Fold } from '../parts/fold.js';
import { Sheet } from '../parts/sheet.js';
import { To } from '../parts/to.js';

interface GroupsProps {
  readonly groups: PowerListView['groups'];
  /** What may be started. */
  readonly processes: readonly ProcessView[];
}

/** The list of small powers: of each its chart, what has to be brought along, its terms, and where it begins. */
export const PowerGroups = ({ groups, processes }: GroupsProps) =>
  groups.map(({ title, powers }) => (
    <Fold key={title} title={title} said={phoneWords.powersCount(powers.length)}>
      {powers.map((power) => (
        <Power key={power.key} power={power} process={processes.find(({ key }) => key === power.process)} />
      ))}
    </Fold>
  ));

type Told = 'chart' | 'materials' | 'terms';

function Power({ power, process }: { readonly power: PowerView; readonly process: ProcessView | undefined }) {
  const [told, tell] = useState<Told>();
  return (
    <div className="ph-power">
      <b>{power.title}</b>
      <p className="t2">{phoneWords.heldBy(power.holder, power.supervisor)}</p>
      <div className="row g2 mt2">
        <button type="button" className="btn sp" onClick={() => tell('chart')}>
          {phoneWords.chart}
        </button>
        <button type="button" className="btn sp" onClick={() => tell('materials')}>
          {phoneWords.materials(power.materials.length)}
        </button>
        <button type="button" className="btn sp" onClick={() => tell('terms')}>
          {phoneWords.terms}
        </button>
      </div>
      {process ? (
        <To className="btn pri blk mt2" to={`/start/${process.key}`}>
          {phoneWords.startIt(power.title)}
        </To>
      ) : (
        <p className="t2 mt2">{phoneWords.notOnline}</p>
      )}
      {told && <Told told={told} power={power} onClose={() => tell(undefined)} />}
    </div>
  );
}

interface ToldProps {
  readonly told: Told;
  readonly power: PowerView;
  readonly onClose: () => void;
}

const Told = ({ told, power, onClose }: ToldProps) => (
  <Sheet title={titleOf(told, power)} onClose={onClose}>
    {told === 'chart' && <Chart steps={power.steps} />}
    {told === 'materials' && (
      <ul className="ph-list">
        {power.materials.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    )}
    {told === 'terms' && <Terms power={power} />}
    {power.unconfirmed && <Unconfirmed />}
  </Sheet>
);

const titleOf = (told: Told, { title }: PowerView): string =>
  `${title}：${{ chart: phoneWords.chart, materials: phoneWords.bring, terms: phoneWords.terms }[told]}`;

/** One box below the other. */
const Chart = ({ steps }: Pick<PowerView, 'steps'>) => (
  <ol className="ph-chart">
    {steps.map(({ name, note }) => (
      <li key={name}>
        <b>{name}</b>
        {note !== null && <div className="t2">{note}</div>}
      </li>
    ))}
  </ol>
);

function Terms({ power: { steps, basis } }: Pick<ToldProps, 'power'>) {
  const noted = steps.filter(({ note }) => note !== null);
  return (
    <>
      {noted.length === 0 && <p>{phoneWords.noTerms}</p>}
      <ul className="ph-list">
        {noted.map(({ name, note }) => (
          <li key={name}>
            {name}
            <div className="t2">{note}</div>
          </li>
        ))}
      </ul>
      <p className="t2">{phoneWords.basis(basis.join('、'))}</p>
    </>
  );
}
