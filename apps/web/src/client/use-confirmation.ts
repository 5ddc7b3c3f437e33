import { useEffect, useState } from 'react';
import { sessionConfirm } from './api.js';
import { askBy } from './confirmation.js';

/** While something grave waits for its sender to say who he is: how he does, or gives it up. */
export interface AskedConfirmation {
  readonly say: (secret: string) => Promise<void>;
  readonly giveUp: () => void;
}

export function useConfirmation(): AskedConfirmation | undefined {
  const [settle, setSettle] = useState<(isSaid: boolean) => void>();
  useEffect(() => askBy(() => new Promise<boolean>((resolve) => setSettle(() => resolve))), []);
  if (settle === undefined) return undefined;
  const end = (isSaid: boolean) => {
    setSettle(undefined);
    settle(isSaid);
  };
  return {
    say: async (secret) => {
      await sessionConfirm({ body: { secret } });
      end(true);
    },
    giveUp: () => end(false),
  };
}
