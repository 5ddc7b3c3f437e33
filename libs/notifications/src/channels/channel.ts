/** Channels that lead out of the product; the messages in the product itself need none. */
export const channelNames = ['mail', 'webhook', 'wecom', 'dingtalk'] as const;
export type ChannelName = (typeof channelNames)[number];

/** Those that a person chooses by an address of his own; a webhook is the town's. */
export const personalChannelNames = ['mail', 'wecom', 'dingtalk'] as const;
export type PersonalChannelName = (typeof personalChannelNames)[number];

/** One message on its way to one person through one channel. It names a case by number and never by content. */
export interface Delivery {
  /** UUID, the same at every repetition: by it a receiver tells one from the other. */
  readonly id: string;
  readonly personId: string;
  /** Where the channel reaches the person; null for a webhook. */
  readonly address: string | null;
  /** `service-level-due`, `urged`, `digest` … */
  readonly template: string;
  readonly title: string;
  readonly text: string;
  /** Where to go in the product; null where nobody has said under which address it is served. */
  readonly link: string | null;
  /** When it was told, epoch ms. */
  readonly at: number;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** Carries one delivery out of the house; throws where it could not, and is then asked again later. */
export interface NotificationChannel {
  readonly name: ChannelName;
  deliver(delivery: Delivery): Promise<void>;
}

/** The channel's receiver cannot be reached or cannot serve anybody at the moment: no delivery is at fault. */
export class ReceiverAway extends Error {
  override readonly name = 'ReceiverAway';
}
