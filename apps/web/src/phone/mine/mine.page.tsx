import { useMutation } from '@tanstack/react-query';
import { useSessionActions } from '../../client/session.js';
import { Icon } from '../../kit/icon.js';
import { securityWords } from '../../words/security.words.js';
import { phoneWords } from '../../words/phone.words.js';
import { Header } from '../parts/header.js';
import { Choice } from '../parts/choice.js';
import { Section } from '../parts/section.js';
import { To } from '../parts/to.js';
import { useWaiting } from '../queue/outbox-rows.js';
import { setLargeText, useLargeText } from '../shell/large-text.js';
import { useMe } from '../shell/me.js';
import { Page } from '../shell/page.js';
import { PhoneFailure } from '../shell/page-states.js';
import { MINE_LISTS } from './mine-lists.js';

/** Who one is, what one has done, and how large the letters are. */
export function MinePage() {
  const me = useMe();
  const waiting = useWaiting();
  const { signOut } = useSessionActions();
  const leaving = useMutation({ mutationFn: signOut });
  return (
    <Page hasTabs header={<Header title={phoneWords.mine} />}>
      <div className="ph-head">
        <h2 className="name">{me.person.name}</h2>
        {me.positions.map(({ key, unitId, title, unitName, delegatedFrom }) => (
          <div className="t2" key={`${key} ${unitId} ${delegatedFrom?.id ?? ''}`}>
            {`${unitName} ${title}`}
            {delegatedFrom && `（代 ${delegatedFrom.name}）`}
          </div>
        ))}
      </div>
      <nav className="ph-gap" aria-label={phoneWords.mine}>
        {Object.entries(MINE_LISTS).map(([list, { title }]) => (
          <Line key={list} to={`/mine/${list}`} title={title} />
        ))}
        <Line to="/security" title={securityWords.security} />
        <Line to="/queue" title={phoneWords.queue} said={waiting > 0 && phoneWords.pieces(waiting)} />
      </nav>
      <Settings />
      <PhoneFailure error={leaving.error} />
      <div className="ph-pad col g3">
        <a className="btn blk" href="/app/">
          {phoneWords.desk}
        </a>
        <button type="button" className="btn blk" onClick={() => leaving.mutate()}>
          {phoneWords.signOut}
        </button>
      </div>
    </Page>
  );
}

interface LineProps {
  readonly to: `/${string}`;
  readonly title: string;
  readonly said?: React.ReactNode;
}

const Line = ({ to, title, said }: LineProps) => (
  <To className="ph-fold" to={to}>
    {title}
    <span className="sp" />
    {said && <span className="t2">{said}</span>}
    <Icon name="right" />
  </To>
);

function Settings() {
  const isLarge = useLargeText();
  return (
    <Section title={phoneWords.settings}>
      <div className="fld mt1">
        <span className="lab">{phoneWords.letters}</span>
        <Choice
          label={phoneWords.letters}
          options={[
            { value: 'normal', label: phoneWords.normal },
            { value: 'large', label: phoneWords.large },
          ]}
          chosen={isLarge ? 'large' : 'normal'}
          onChoose={(size) => setLargeText(size === 'large')}
        />
      </div>
    </Section>
  );
}
