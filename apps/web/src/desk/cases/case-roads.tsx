import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { caseCommandsReopen, type CaseDetailView } from '../../client/api.js';
import { useCommand, type CommandReply } from '../../client/use-command.js';
import { words } from '../../words/words.js';
import { Labelled } from '../../kit/labelled.js';
import { Failure } from '../states/failure.js';

/** Roads that lead out of a case into a linked one; only what the API says the reader may do. */
export function CaseRoads({ detail }: { readonly detail: CaseDetailView }) {
  const { id, mayLink, reopenTargets } = detail;
  return (
    <>
      {mayLink && (
        <Link to="/start" search={{ firstCaseId: id }}>
          {words.startLinked}
        </Link>
      )}
      {reopenTargets.length > 0 && <ReopenForm detail={detail} />}
    </>
  );
}

/** One key for one order: a double click opens one case. */
function ReopenForm({ detail: { id, reopenTargets } }: { readonly detail: CaseDetailView }) {
  const navigate = useNavigate();
  const [target, setTarget] = useState(reopenTargets[0]!.elementId);
  const [reason, setReason] = useState('');
  const reopen = useCommand<{ target: string; reason: string }, CommandReply>(
    (body, headers) => caseCommandsReopen({ path: { id }, body, headers }),
    (reply) => void navigate({ to: '/cases/$caseId', params: { caseId: reply.case.id } }),
  );
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    reopen.mutate({ target, reason: reason.trim() });
  };
  return (
    <details>
      <summary>{words.reopen}</summary>
      <form className="col g3 mt2" onSubmit={submit}>
        <Failure error={reopen.error} />
        <Labelled title={words.reopenAt}>
          <Select
            value={target}
            options={reopenTargets.map(({ elementId, name }) => ({ value: elementId, label: name }))}
            onChange={setTarget}
          />
        </Labelled>
        <Labelled title={words.reason} note={words.required}>
          <Input.TextArea
            value={reason}
            required
            maxLength={500}
            onChange={(event) => setReason(event.target.value)}
          />
        </Labelled>
        <div className="row">
          <Button type="primary" htmlType="submit" loading={reopen.isPending}>
            {words.reopen}
          </Button>
        </div>
      </form>
    </details>
  );
}
