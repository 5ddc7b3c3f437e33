import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { MeView } from '../../client/api.js';
import { isPaletteKey, isPlain, isTypedInto } from './keys.js';
import { navGroupsFor } from './nav-entries.js';

/** Ctrl K opens the palette, `?` the help, `g` and a letter a page. All of them also have a button or a link. */
export function useShellKeys(me: MeView, onOpen: (dialog: 'find' | 'help') => void): void {
  const navigate = useNavigate();
  const isGoing = useRef(false);
  useEffect(() => {
    const pages = navGroupsFor(me).flatMap(({ entries }) => entries);
    const onPress = (event: KeyboardEvent) => {
      if (isPaletteKey(event)) {
        event.preventDefault();
        return onOpen('find');
      }
      if (!isPlain(event, isTypedInto(event.target))) return;
      if (event.key === '?') return onOpen('help');
      const page = isGoing.current ? pages.find(({ key }) => key === event.key) : undefined;
      isGoing.current = event.key === 'g';
      if (!page?.to) return;
      event.preventDefault();
      void navigate({ to: page.to });
    };
    window.addEventListener('keydown', onPress, true);
    return () => window.removeEventListener('keydown', onPress, true);
  }, [me, onOpen, navigate]);
}
