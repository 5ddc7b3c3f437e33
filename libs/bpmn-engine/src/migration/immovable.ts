/** Why something cannot move, in Chinese, with the element's id in the old version. */
export interface Immovable {
  readonly elementId: string;
  readonly reason: string;
}
