import type { Notification } from '../notification.js';

/** Carries one notification out of the house; throws where it could not, and is then asked again later. */
export interface NotificationChannel {
  readonly name: string;
  deliver(notification: Notification): Promise<void>;
}

/** The channel's receiver cannot be reached or cannot serve anybody at the moment: no notification is at fault. */
export class ReceiverAway extends Error {
  override readonly name = 'ReceiverAway';
}
