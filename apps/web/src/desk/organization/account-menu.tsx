import { Button, Dropdown, Modal } from 'antd';
import type { AccountView } from '../../client/api.js';
import { accountWords } from '../../words/account.words.js';
import type { AccountActions } from './use-account.js';

interface AccountMenuProps {
  readonly account: AccountView;
  readonly actions: AccountActions;
}

/** What is done seldom: each asks before it is done. */
export function AccountMenu({ account, actions }: AccountMenuProps) {
  const [modal, holder] = Modal.useModal();
  const { state, hasSecondFactor, personName } = account;
  const item = (key: string, label: string, act: () => void, content?: string) => ({
    key,
    label,
    onClick: () =>
      void modal.confirm({ title: accountWords.sure(label, personName), content, onOk: act, okText: label }),
  });
  const items = [
    ...(state === 'active' ? [item('out', accountWords.signOut, actions.signOut)] : []),
    ...(hasSecondFactor ? [item('factor', accountWords.clearSecondFactor, actions.clearSecondFactor)] : []),
    state === 'disabled'
      ? item('reopen', accountWords.reopen, actions.reopen)
      : item('close', accountWords.close, actions.close, accountWords.closeHint),
  ];
  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
        <Button size="small">{accountWords.more}</Button>
      </Dropdown>
      {holder}
    </>
  );
}
