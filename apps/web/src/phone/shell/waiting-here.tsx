import { useEffect, useState } from 'react';
import { phoneWords } from '../../words/phone.words.js';

/** How many submissions lie on the device, whoever's they are: no more is said before it is known who is here. */
export function WaitingHere() {
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
  return count > 0 && <p className="ph-pad t2">{phoneWords.waitingHere(count)}</p>;
}
