import type { Surface } from '../tour/stop.js';

/** How large letters are. */
export type TextSize = 'normal' | 'large';
export const TEXT_SIZES: readonly TextSize[] = ['normal', 'large'];

export interface Look {
  readonly width: number;
  readonly height: number;
  readonly text: TextSize;
}

/** What a browser sets where the page has no size of its own: a quarter larger, as most screens of an office are set. */
export const ZOOM = 1.25;

const HEIGHTS: Readonly<Record<number, number>> = { 1440: 900, 1024: 768, 390: 844 };
export const WIDTHS: readonly number[] = [1440, 1024, 390];

export const lookOf = (width: number, text: TextSize): Look => ({
  width,
  height: HEIGHTS[width] ?? 900,
  text,
});

/** The phone has 大字版; the desk and the public pages are zoomed by the browser: fewer, larger points of the page. */
export function viewportOf(
  surface: Surface,
  { width, height, text }: Look,
): { readonly width: number; readonly height: number; readonly zoom: number } {
  const zoom = surface !== 'phone' && text === 'large' ? ZOOM : 1;
  return { width: Math.round(width / zoom), height: Math.round(height / zoom), zoom };
}
