import { useEffect } from 'react';
import { isPlain, isTypedInto } from '../shell/keys.js';

/** What each letter does; what is absent does nothing. */
export type KeyDeeds = Readonly<Record<string, (() => void) | undefined>>;

/** Letters by themselves, outside of fields, dialogs and input methods; every deed also has a button or a link. */
export function useInboxKeys(deeds: KeyDeeds): void {
  useEffect(() => {
    const onPress = (event: KeyboardEvent) => {
      const deed = deeds[event.key];
      if (!deed || !isPlain(event, isTypedInto(event.target)) || isPressedOn(event)) return;
      event.preventDefault();
      deed();
    };
    window.addEventListener('keydown', onPress);
    return () => window.removeEventListener('keydown', onPress);
  }, [deeds]);
}

/** Enter on a link or button is that one's. */
const isPressedOn = ({ key, target }: KeyboardEvent): boolean =>
  key === 'Enter' && target instanceof Element && target.closest('a, button, input') !== null;
