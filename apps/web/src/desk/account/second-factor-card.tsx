import { useQuery } from '@tanstack/react-query';
import { Button, Input, Popconfirm, QRCode } from 'antd';
import { secondFactorReadOptions, type EnrolmentView, type SecondFactorView } from '../../client/api.js';
import { useSecondFactor, type SecondFactorSetting } from '../../client/second-factor.js';
import { useConfirmation } from '../../client/use-confirmation.js';
import { Labelled } from '../../kit/labelled.js';
import { FactorSecret, FactorStanding, RecoveryCodes } from '../../kit/second-factor-parts.js';
import { securityWords } from '../../words/security.words.js';
import { Failure } from '../states/failure.js';
import { Answer } from '../states/page-states.js';
import { ConfirmDialog } from './confirm-dialog.js';
import { CredentialsForm } from './credentials-form.js';

/** One's own second factor: how it stands, and how it is set and taken off. */
export function SecondFactorCard() {
  const query = useQuery(secondFactorReadOptions());
  const setting = useSecondFactor();
  return (
    <section className="card mt3">
      <div className="hd">
        <h2>{securityWords.secondFactor}</h2>
        <span className="t2">{securityWords.secondFactorHint}</span>
      </div>
      <div className="bd col g4 secret">
        <Failure error={setting.error} />
        <Answer query={query}>{(factor) => <Standing factor={factor} setting={setting} />}</Answer>
      </div>
    </section>
  );
}

interface StandingProps {
  readonly factor: SecondFactorView;
  readonly setting: SecondFactorSetting;
}

function Standing({ factor: { since, isAsked, recoveryCodesLeft }, setting }: StandingProps) {
  if (since === null || setting.codes) return <Setup setting={setting} />;
  return (
    <div className="row">
      <FactorStanding since={since} recoveryCodesLeft={recoveryCodesLeft} />
      <span className="sp" />
      {!isAsked && (
        <Popconfirm
          title={securityWords.disable}
          description={securityWords.disableAsked}
          onConfirm={setting.remove}
        >
          <Button size="small">{securityWords.disable}</Button>
        </Popconfirm>
      )}
    </div>
  );
}

/** A secret is shown, a code of it is entered, and then the recovery codes are read, once. */
function Setup({ setting }: { readonly setting: SecondFactorSetting }) {
  const { enrolment, codes, begin, confirm, finish } = setting;
  if (codes)
    return (
      <RecoveryCodes codes={codes}>
        <div className="row">
          <Button type="primary" onClick={finish}>
            {securityWords.codesKept}
          </Button>
        </div>
      </RecoveryCodes>
    );
  if (enrolment) return <ShownSecret enrolment={enrolment} onCode={confirm} />;
  return (
    <div className="row">
      <span className="t2">{securityWords.notEnabled}</span>
      <span className="sp" />
      <Button onClick={begin}>{securityWords.begin}</Button>
    </div>
  );
}

interface ShownSecretProps {
  readonly enrolment: EnrolmentView;
  readonly onCode: (code: string) => Promise<void>;
}

const ShownSecret = ({ enrolment: { uri, secret }, onCode }: ShownSecretProps) => (
  <CredentialsForm
    className="col g4"
    verb={securityWords.enable}
    send={(entered) => onCode(entered('code'))}
    head={
      <>
        <p>{securityWords.scan}</p>
        <QRCode type="svg" value={uri} aria-label={securityWords.secret} />
        <FactorSecret secret={secret} />
      </>
    }
    fields={
      <Labelled title={securityWords.shownCode}>
        <Input name="code" autoComplete="one-time-code" inputMode="numeric" required autoFocus />
      </Labelled>
    }
  />
);

/** The town asks for it: nothing else works before it is set. */
export function EnrolmentPage() {
  const setting = useSecondFactor();
  const confirmation = useConfirmation();
  return (
    <main>
      <section className="card signin">
        <div className="bd col g4">
          <h1>{securityWords.askedTitle}</h1>
          <p className="t2">{securityWords.askedLead}</p>
          <Failure error={setting.error} />
          <Setup setting={setting} />
        </div>
      </section>
      {confirmation && <ConfirmDialog confirmation={confirmation} byCode={false} />}
    </main>
  );
}
