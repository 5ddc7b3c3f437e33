import { useQuery } from '@tanstack/react-query';
import { secondFactorReadOptions } from '../../client/api.js';
import { useSecondFactor, type SecondFactorSetting } from '../../client/second-factor.js';
import { useConfirmation } from '../../client/use-confirmation.js';
import { FactorSecret, FactorStanding, RecoveryCodes } from '../../kit/second-factor-parts.js';
import { securityWords } from '../../words/security.words.js';
import { Header } from '../parts/header.js';
import { Section } from '../parts/section.js';
import { ConfirmSheet } from './confirm-sheet.js';
import { Answer, PhoneFailure } from './page-states.js';
import { CodeField, Credentials } from './sign-in.js';

/** One's own second factor: how it stands, and how it is set; it is taken off at the desk. */
export function OwnSecondFactor() {
  const query = useQuery(secondFactorReadOptions());
  const setting = useSecondFactor();
  const confirmation = useConfirmation();
  return (
    <Section title={securityWords.secondFactor}>
      {confirmation && <ConfirmSheet confirmation={confirmation} byCode={false} />}
      <p className="t2">{securityWords.secondFactorHint}</p>
      <Answer query={query}>
        {({ since, recoveryCodesLeft }) =>
          since === null || setting.codes ? (
            <Setup setting={setting} />
          ) : (
            <FactorStanding since={since} recoveryCodesLeft={recoveryCodesLeft} />
          )
        }
      </Answer>
    </Section>
  );
}

/** A secret is shown, a code of it is entered, and then the recovery codes are read, once. */
function Setup({
  setting: { enrolment, codes, error, begin, confirm, finish },
}: {
  setting: SecondFactorSetting;
}) {
  if (codes)
    return (
      <RecoveryCodes codes={codes}>
        <button type="button" className="btn pri blk mt2" onClick={finish}>
          {securityWords.codesKept}
        </button>
      </RecoveryCodes>
    );
  if (!enrolment)
    return (
      <>
        <PhoneFailure error={error} />
        <button type="button" className="btn blk mt2" onClick={begin}>
          {securityWords.begin}
        </button>
      </>
    );
  return (
    <>
      <p>
        <a href={enrolment.uri}>{securityWords.openHere}</a>
      </p>
      <FactorSecret secret={enrolment.secret} />
      <Credentials
        className="col g3 mt2"
        verb={securityWords.enable}
        send={(entered) => confirm(entered('code'))}
        fields={<CodeField title={securityWords.shownCode} />}
      />
    </>
  );
}

/** The town asks for it: nothing else works before it is set. */
export function Enrolment() {
  const setting = useSecondFactor();
  const confirmation = useConfirmation();
  return (
    <>
      <Header title={securityWords.askedTitle} />
      <main className="ph-b">
        <Section>
          <p>{securityWords.askedLead}</p>
          <Setup setting={setting} />
        </Section>
      </main>
      {confirmation && <ConfirmSheet confirmation={confirmation} byCode={false} />}
    </>
  );
}
