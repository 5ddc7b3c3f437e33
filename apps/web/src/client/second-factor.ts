import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  secondFactorBegin,
  secondFactorConfirm,
  secondFactorReadOptions,
  secondFactorRemove,
  type EnrolmentView,
} from './api.js';
import { confirmed } from './confirmation.js';
import { SESSION_KEY } from './session.js';

/** A second factor is set: a secret, a code of it, and recovery codes that are read once; and it is taken off. */
export function useSecondFactor() {
  const client = useQueryClient();
  const [enrolment, setEnrolment] = useState<EnrolmentView>();
  const [codes, setCodes] = useState<readonly string[]>();
  const [error, setError] = useState<unknown>();
  const reread = async () => {
    await client.invalidateQueries({ queryKey: secondFactorReadOptions().queryKey });
    await client.invalidateQueries({ queryKey: SESSION_KEY });
  };
  const trying = (act: () => Promise<void>) => () => {
    setError(undefined);
    void act().catch(setError);
  };
  return {
    enrolment,
    codes,
    error,
    begin: trying(async () => setEnrolment((await confirmed(() => secondFactorBegin())).data)),
    confirm: async (code: string) => {
      setCodes((await secondFactorConfirm({ body: { code } })).data.codes);
      setEnrolment(undefined);
    },
    /** The codes were written down: what was held up by them goes on. */
    finish: trying(async () => {
      setCodes(undefined);
      await reread();
    }),
    remove: trying(async () => {
      await confirmed(() => secondFactorRemove());
      await reread();
    }),
  };
}

export type SecondFactorSetting = ReturnType<typeof useSecondFactor>;
