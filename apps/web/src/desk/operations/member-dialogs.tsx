import { useState } from 'react';
import type { LoopChoice } from '../../shared/contract.js';
import { words } from '../../shared/words.js';
import type { CaseDialog } from './case-dialogs.js';
import { OperationDialog } from './operation-dialog.js';
import { memberPicks, nameOf } from './picks-of.js';
import { Picker } from './picker.js';
import { asks, leads, verbs } from './operation-words.js';

export function AddMemberDialog({ detail, choices: { loops }, ...rest }: CaseDialog) {
  const [loop, setLoop] = useState(loops[0]!);
  const [item, setItem] = useState('');
  const isReady = !loop.needsItem || item.trim() !== '';
  return (
    <OperationDialog
      {...rest}
      verb={verbs.addMember}
      lead={leads.addMember}
      path={`/cases/${detail.id}/member-addition`}
      body={{ multiInstance: loop.key, ...(loop.needsItem && { item: item.trim() }) }}
      isReady={isReady}
    >
      <LoopPicker loops={loops} loop={loop} onChange={setLoop} />
      {loop.needsItem && (
        <div className="field">
          <label htmlFor="member-item">
            {asks.item}
            <span className="need">{words.required}</span>
          </label>
          <input id="member-item" value={item} onChange={(event) => setItem(event.target.value)} required />
        </div>
      )}
    </OperationDialog>
  );
}

export function RemoveMemberDialog({ detail, choices: { loops }, ...rest }: CaseDialog) {
  const [loop, setLoop] = useState(loops[0]!);
  const [member, setMember] = useState<readonly string[]>([]);
  return (
    <OperationDialog
      {...rest}
      verb={verbs.removeMember}
      lead={leads.removeMember}
      path={`/cases/${detail.id}/member-removal`}
      body={{ multiInstance: loop.key, member: Number(member[0]) }}
      isReady={member.length > 0}
    >
      <LoopPicker
        loops={loops}
        loop={loop}
        onChange={(chosen) => {
          setLoop(chosen);
          setMember([]);
        }}
      />
      <Picker legend={asks.member} picks={memberPicks(loop)} chosen={member} onChange={setMember} single />
    </OperationDialog>
  );
}

interface LoopPickerProps {
  readonly loops: readonly LoopChoice[];
  readonly loop: LoopChoice;
  readonly onChange: (loop: LoopChoice) => void;
}

function LoopPicker({ loops, loop, onChange }: LoopPickerProps) {
  if (loops.length === 1) return <p>{asks.oneLoop(nameOf(loop))}</p>;
  return (
    <Picker
      legend={asks.loop}
      picks={loops.map((one) => ({ value: one.key, label: nameOf(one) }))}
      chosen={[loop.key]}
      onChange={([key]) => onChange(loops.find((one) => one.key === key)!)}
      single
    />
  );
}
