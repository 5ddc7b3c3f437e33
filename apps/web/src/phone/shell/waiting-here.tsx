import { useEffect, useState } from 'react';

interface WaitingHereProps {
  /** What is said of so many. */
  readonly said: (count: number) => string;
}

/** How many submissions lie on the device, whoever's they are: no more is said before it is known who is here. */
export function WaitingHere({ said }: WaitingHereProps) {
  const [count, setCount] = useState(0);
  useEffect(() => {
    let isLeft = false;
    void import('../../device/device-store.js').then(async ({ countWaiting }) => {
      const waiting = await countWaiting();
      if (!isLeft) setCount(waiting);
    });
    return () => {
      isLeft = true;
    };
  }, []);
  return count > 0 && <p className="ph-pad t2">{said(count)}</p>;
}
