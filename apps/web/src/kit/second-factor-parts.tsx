import type { ReactNode } from 'react';
import { securityWords } from '../words/security.words.js';
import { MetaLine } from './meta-line.js';
import { momentOf } from './moment.js';

interface StandingProps {
  /** When it was set, ISO 8601. */
  readonly since: string;
  readonly recoveryCodesLeft: number;
}

/** Set, and what is left of its recovery codes. */
export const FactorStanding = ({ since, recoveryCodesLeft }: StandingProps) => (
  <MetaLine facts={[securityWords.enabled(momentOf(since)), securityWords.left(recoveryCodesLeft)]} />
);

/** To be typed by hand into an authenticator: in fours. */
export const FactorSecret = ({ secret }: { readonly secret: string }) => (
  <p>
    {securityWords.secret} <code>{secret.match(/.{1,4}/g)?.join(' ')}</code>
  </p>
);

interface CodesProps {
  readonly codes: readonly string[];
  /** How whoever has written them down goes on. */
  readonly children: ReactNode;
}

/** Shown once. */
export const RecoveryCodes = ({ codes, children }: CodesProps) => (
  <>
    <h3>{securityWords.codesTitle}</h3>
    <p className="t2">{securityWords.codesHint}</p>
    <ul>
      {codes.map((code) => (
        <li key={code}>
          <code>{code}</code>
        </li>
      ))}
    </ul>
    {children}
  </>
);
