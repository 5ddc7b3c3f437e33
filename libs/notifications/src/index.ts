/**
 * What people are told outside the pages they look at: templates, and the channels that carry them.
 *
 * A channel is a port with one method; a gateway that cannot exist here (SMS, WeCom, DingTalk) gets its own file under
 * `channels/` when it comes. A message names a case by number and never by content, for it leaves our walls. This room
 * decides nobody's recipients and stores nothing. Begin with `notification.ts`.
 */
export * from './notification.js';
export * from './sentence-of.js';
export * from './channels/channel.js';
export * from './channels/webhook.channel.js';
