import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Input, Modal } from 'antd';
import { useRef, useState } from 'react';
import { inboxPutMutation } from '../../client/api.js';
import { Labelled } from '../../kit/labelled.js';
import { inboxWords } from '../../words/inbox.words.js';
import { Failure } from '../states/failure.js';
import { queryOf, type InboxSearch } from './inbox-search.js';

interface SaveViewProps {
  readonly search: InboxSearch;
  readonly onClose: () => void;
}

/** The filter of the list under a name in the navigation; shared, everybody sees his own rows by it. */
export function SaveView({ search, onClose }: SaveViewProps) {
  const client = useQueryClient();
  const id = useRef(crypto.randomUUID());
  const [name, setName] = useState('');
  const [isShared, share] = useState(false);
  const save = useMutation({
    ...inboxPutMutation(),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: [{ _id: 'inboxList' }] });
      onClose();
    },
  });
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    save.mutate({
      path: { id: id.current },
      body: { name: name.trim(), shared: isShared, query: queryOf(search) },
    });
  };
  return (
    <Modal open title={inboxWords.saveView} footer={null} onCancel={onClose}>
      <form className="col g3" onSubmit={submit}>
        <Failure error={save.error} />
        <Labelled title={inboxWords.viewName}>
          <Input
            value={name}
            required
            maxLength={30}
            autoFocus
            onChange={(event) => setName(event.target.value)}
          />
        </Labelled>
        <Checkbox checked={isShared} onChange={(event) => share(event.target.checked)}>
          {inboxWords.shareView}
        </Checkbox>
        <div className="row">
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {inboxWords.save}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
