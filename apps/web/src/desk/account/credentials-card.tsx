import { CredentialsForm } from './credentials-form.js';

interface CredentialsCardProps {
  readonly title: string;
  readonly lead?: string;
  readonly verb: string;
  /** Names of fields → what was entered. */
  readonly send: (entered: (name: string) => string) => Promise<unknown>;
  readonly fields: React.ReactNode;
  readonly foot?: React.ReactNode;
  /** Below the form. */
  readonly below?: React.ReactNode;
}

/** A short form in the middle of the page. */
export const CredentialsCard = ({ title, lead, foot, below, ...form }: CredentialsCardProps) => (
  <main>
    <section className="card signin">
      <CredentialsForm
        className="bd col g4"
        head={
          <>
            <h1>{title}</h1>
            {lead && <p className="t2">{lead}</p>}
          </>
        }
        foot={foot && <p className="t2">{foot}</p>}
        {...form}
      />
      {below}
    </section>
  </main>
);
