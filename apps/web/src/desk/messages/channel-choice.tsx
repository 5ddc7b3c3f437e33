import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { channelsChooseMutation, type ChannelChoiceView, type ChooseChannelDto } from '../../client/api.js';
import { Labelled } from '../../kit/labelled.js';
import { messageWords } from '../../words/message.words.js';
import { words } from '../../words/words.js';
import { Failure } from '../states/failure.js';

interface ChoiceProps {
  readonly choice: ChannelChoiceView;
}

/** One way, how it stands; a way that the town has not opened says so and offers nothing. */
export function ChannelChoice({ choice }: ChoiceProps) {
  const [isOpen, open] = useState(false);
  const { name, isOn, takes, address } = choice;
  return (
    <div className="channel">
      <div className="row">
        <b className="sp">{name}</b>
        <span className={isOn ? 't2' : 't3'}>{isOn ? messageWords.takes[takes] : messageWords.notOn}</span>
        {isOn && !isOpen && (
          <Button size="small" aria-label={`${messageWords.change}${name}`} onClick={() => open(true)}>
            {messageWords.change}
          </Button>
        )}
      </div>
      {isOn && takes !== 'none' && <div className="s t3">{address ?? messageWords.noAddress}</div>}
      {isOpen && <ChoiceForm choice={choice} onClose={() => open(false)} />}
    </div>
  );
}

type Takes = ChooseChannelDto['takes'];
const TAKES = Object.entries(messageWords.takes).map(([value, label]) => ({ value: value as Takes, label }));

function ChoiceForm({ choice, onClose }: ChoiceProps & { readonly onClose: () => void }) {
  const { channel, name } = choice;
  const [takes, take] = useState<Takes>(choice.takes);
  const [address, setAddress] = useState('');
  const client = useQueryClient();
  const choose = useMutation({
    ...channelsChooseMutation(),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: [{ tags: ['notifications'] }] });
      onClose();
    },
  });
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    const given = address.trim();
    choose.mutate({ path: { channel }, body: { takes, ...(given !== '' && { address: given }) } });
  };
  return (
    <form className="col g3 mt2" onSubmit={submit}>
      <Failure error={choose.error} />
      <Labelled title={messageWords.takesOf(name)}>
        <Select value={takes} options={TAKES} onChange={take} />
      </Labelled>
      {takes !== 'none' && (
        <Labelled
          title={messageWords.addressOf[channel]}
          {...(choice.address === null ? {} : { note: messageWords.keptAddress(choice.address) })}
        >
          <Input
            value={address}
            maxLength={254}
            autoComplete="off"
            required={choice.address === null}
            onChange={({ target }) => setAddress(target.value)}
          />
        </Labelled>
      )}
      <div className="row">
        <Button type="primary" htmlType="submit" loading={choose.isPending}>
          {words.save}
        </Button>
        <Button onClick={onClose}>{words.close}</Button>
      </div>
    </form>
  );
}
