/** The id of a field's control, to which the dock leads. */
export const fieldId = (key: string): string => `field-${key}`;

/** Brings a field into sight and the hand to it. */
export function goToField(key: string): void {
  const place = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(key)}"]`);
  place?.scrollIntoView({ block: 'center' });
  const control = document.getElementById(fieldId(key)) ?? place?.querySelector<HTMLElement>('button, input');
  control?.focus({ preventScroll: true });
}
