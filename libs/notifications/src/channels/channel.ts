import type { Notification } from '../notification.js';

/** Carries one notification out of the house; throws where it could not, and is then asked again later. */
export interface NotificationChannel {
  readonly name: string;
  deliver(notification: Notification): Promise<void>;
}
