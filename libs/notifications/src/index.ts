/**
 * What people are told outside the pages they look at: sentences, the hours at which they leave, and the channels that
 * carry them.
 *
 * A channel is a port with one method and a file of its own under `channels/`. A message names a case by number and never by
 * content, for it leaves our walls; an address is personal data, sealed where it is kept and named in no error. This room
 * decides nobody's recipients and stores nothing. Begin with `notification.ts`, then `channels/channel.ts`.
 */
export * from './notification.js';
export * from './sentence-of.js';
export * from './digest-text.js';
export * from './rules/urgency.js';
export * from './rules/hours.js';
export * from './addresses/address-cipher.js';
export * from './addresses/address-shape.js';
export * from './channels/channel.js';
export * from './channels/channel-settings.js';
export * from './channels/create-channels.js';
export { signatureOf } from './channels/webhook.channel.js';
