import { Link } from '@tanstack/react-router';
import type { LedgerEditView, LedgerKindView } from '../../client/api.js';
import { Chip, type ChipTone } from '../../kit/marks.js';
import { MetaLine } from '../../kit/meta-line.js';
import { shownMoment } from '../../kit/moment.js';
import { ledgerWords } from '../../words/ledger.words.js';
import { EditDecision } from './edit-decision.js';
import { changedTexts, rowTitle, textsOf } from './ledger-values.js';

interface CardProps {
  readonly kind: LedgerKindView;
  readonly edit: LedgerEditView;
}

/** A proposal: what is to be written over what, by whom and why, and what became of it. */
export function EditCard({ kind, edit }: CardProps) {
  const { act, unitName, reason, decision, standing, rowId } = edit;
  const title = rowTitle(kind, standing?.data ?? edit.data);
  return (
    <li className="lg-edit col g2">
      <div className="row">
        <Chip>{ledgerWords.acts[act]}</Chip>
        {rowId === null ? (
          <b>{title}</b>
        ) : (
          <Link to="/ledger-rows/$rowId" params={{ rowId }}>
            {title}
          </Link>
        )}
        <span className="sp" />
        <EditState edit={edit} />
      </div>
      <div className="s t2">
        <MetaLine
          facts={[
            unitName,
            ledgerWords.proposedBy(
              ledgerWords.actingFor(edit.by, edit.onBehalfOf),
              shownMoment(edit.at, new Date()),
            ),
            ledgerWords.reason(reason),
          ]}
        />
      </div>
      <Wished kind={kind} edit={edit} />
      {decision && (
        <div className="s t2">
          <MetaLine
            facts={[
              ledgerWords.decidedBy(
                ledgerWords.actingFor(decision.by, decision.onBehalfOf),
                shownMoment(decision.at, new Date()),
              ),
              decision.sentence !== null && ledgerWords.sentence(decision.sentence),
            ]}
          />
        </div>
      )}
      <EditDecision edit={edit} />
    </li>
  );
}

const tones: Readonly<Record<keyof typeof ledgerWords.outcomes, ChipTone | undefined>> = {
  confirmed: 'green',
  refused: 'amber',
  withdrawn: undefined,
};

function EditState({ edit: { waits, decision } }: Pick<CardProps, 'edit'>) {
  if (waits) return <Chip tone="blue">{ledgerWords.waits}</Chip>;
  if (decision === null) return <Chip tone="green">{ledgerWords.stands}</Chip>;
  return <Chip tone={tones[decision.outcome]}>{ledgerWords.outcomes[decision.outcome]}</Chip>;
}

interface WishedText {
  readonly key: string;
  readonly title: string;
  readonly now?: string | undefined;
  readonly wished: string;
}

/** What is to stand, beside what stands while it waits. */
function Wished({ kind, edit }: CardProps) {
  const texts = wishedTexts(kind, edit);
  const besideNow = texts.some(({ now }) => now !== undefined);
  if (texts.length === 0) return null;
  return (
    <table className="tb">
      <thead>
        <tr>
          <th scope="col">{ledgerWords.field}</th>
          {besideNow && <th scope="col">{ledgerWords.now}</th>}
          <th scope="col">{besideNow ? ledgerWords.wished : ledgerWords.entered}</th>
        </tr>
      </thead>
      <tbody>
        {texts.map(({ key, title, now, wished }) => (
          <tr key={key}>
            <th scope="row">{title}</th>
            {besideNow && <td>{now ?? ledgerWords.nothing}</td>}
            <td>{wished}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function wishedTexts(kind: LedgerKindView, edit: LedgerEditView): WishedText[] {
  const { standing, data, cleared, stateTitle, endedFrom, waits } = edit;
  const more: WishedText[] = [
    ...(stateTitle === null
      ? []
      : [{ key: '', title: ledgerWords.newState, now: standing?.stateTitle, wished: stateTitle }]),
    ...(endedFrom === null
      ? []
      : [{ key: ' ', title: ledgerWords.endDay, now: standing?.endedFrom ?? undefined, wished: endedFrom }]),
  ];
  // What was decided long ago is not compared with what stands today.
  if (standing === null || !waits)
    return [...textsOf(kind, data).map(({ key, title, text }) => ({ key, title, wished: text })), ...more];
  const next = Object.fromEntries(
    Object.entries({ ...standing.data, ...data }).filter(([key]) => !cleared.includes(key)),
  );
  const changes = changedTexts(kind, standing.data, next).map(({ key, title, before, after }) => ({
    ...{ key, title },
    now: before ?? ledgerWords.nothing,
    wished: after ?? ledgerWords.cleared,
  }));
  return [...changes, ...more];
}
