import { Input } from 'antd';
import { useState } from 'react';
import {
  caseOperationsAddMember,
  caseOperationsRemoveMember,
  type LoopChoiceView,
} from '../../../client/api.js';
import { Labelled } from '../../../kit/labelled.js';
import { words } from '../../../words/words.js';
import type { CaseDialog } from './case-dialogs.js';
import { OperationDialog } from './operation-dialog.js';
import { memberPicks, nameOf } from './picks-of.js';
import { Picker } from './picker.js';
import { asks, leads, verbs } from '../../../words/operation.words.js';

export function AddMemberDialog({ detail, choices: { loops }, ...rest }: CaseDialog) {
  const [loop, setLoop] = useState(loops[0]!);
  const [item, setItem] = useState('');
  const isReady = !loop.needsItem || item.trim() !== '';
  return (
    <OperationDialog
      {...rest}
      verb={verbs.addMember}
      lead={leads.addMember}
      send={(reason, headers) =>
        caseOperationsAddMember({
          path: { id: detail.id },
          headers,
          body: { multiInstance: loop.key, ...(loop.needsItem && { item: item.trim() }), reason },
        })
      }
      isReady={isReady}
    >
      <LoopPicker loops={loops} loop={loop} onChange={setLoop} />
      {loop.needsItem && (
        <Labelled title={asks.item} note={words.required}>
          <Input value={item} onChange={(event) => setItem(event.target.value)} required />
        </Labelled>
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
      send={(reason, headers) =>
        caseOperationsRemoveMember({
          path: { id: detail.id },
          headers,
          body: { multiInstance: loop.key, member: Number(member[0]), reason },
        })
      }
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
  readonly loops: readonly LoopChoiceView[];
  readonly loop: LoopChoiceView;
  readonly onChange: (loop: LoopChoiceView) => void;
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
