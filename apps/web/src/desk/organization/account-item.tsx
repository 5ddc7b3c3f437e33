import { Button, Popconfirm, Typography } from 'antd';
import type { AccountView, InvitationView } from '../../client/api.js';
import { Chip } from '../../kit/marks.js';
import { momentOf } from '../../kit/moment.js';
import { accountWords } from '../../words/account.words.js';
import { accountStateWords, words } from '../../words/words.js';
import { invitationLink } from '../account/invitation-link.js';
import { Failure } from '../states/failure.js';
import { AccountMenu } from './account-menu.js';
import { useAccount } from './use-account.js';

/** One account: how it stands, and what can be done with it. */
export function AccountItem({ account }: { readonly account: AccountView }) {
  const actions = useAccount(account);
  return (
    <li className="line acc">
      <span className="t3 ell">{account.login}</span>
      <b>{account.personName}</b>
      <span className="t2 ell">{account.unitName}</span>
      <span>
        <Chip tone={account.state === 'active' ? 'green' : undefined}>
          {accountStateWords[account.state]}
        </Chip>
      </span>
      <span className="row g2">
        <Invite account={account} onInvite={actions.invite} />
        <AccountMenu account={account} actions={actions} />
      </span>
      <div className="told">
        <Failure error={actions.error} />
        {actions.invitation && <Invited invitation={actions.invitation} />}
      </div>
    </li>
  );
}

interface InviteProps {
  readonly account: AccountView;
  readonly onInvite: () => void;
}

function Invite({ account: { state }, onInvite }: InviteProps) {
  if (state === 'disabled') return null;
  if (state !== 'active')
    return (
      <Button size="small" onClick={onInvite}>
        {words.invite}
      </Button>
    );
  return (
    <Popconfirm title={words.resetPassword} description={words.resetAsked} onConfirm={onInvite}>
      <Button size="small">{words.resetPassword}</Button>
    </Popconfirm>
  );
}

/** Shown this once. */
const Invited = ({ invitation }: { readonly invitation: InvitationView }) => (
  <div role="status" className="col g1">
    <p>
      {words.invitationCode} <strong>{invitation.code}</strong>，{words.until}{' '}
      {momentOf(invitation.expiresAt)}
    </p>
    <p>
      {accountWords.link}{' '}
      <Typography.Text copyable>{invitationLink(window.location.origin, invitation)}</Typography.Text>
    </p>
    <p className="t2">{accountWords.linkHint}</p>
  </div>
);
