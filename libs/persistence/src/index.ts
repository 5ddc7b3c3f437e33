/**
 * PostgreSQL through one door.
 *
 * `UnitOfWork.run(actor, …)` is the only way to the database: one transaction in someone's name. Here live the
 * migrations (owner's work), the entities (rows, no methods), and `record-journal-entry`, the transaction in which a
 * case moves. This room decides nothing about processes or law; it never calls Temporal; and it never writes
 * "on conflict do nothing" on an event. Begin with `record-journal-entry.ts`.
 */
export * from './actor.js';
export * from './clock-check.js';
export * from './data-source.js';
export * from './data-check/check-data.js';
export * from './data-check/growing-tables.js';
export * from './data-check/product-schemas.js';
export * from './database-away.js';
export * from './migrate.js';
export * from './unit-of-work.js';
export * from './command.repository.js';
export * from './journal/append-audit.js';
export * from './journal/entry-context.js';
export * from './journal/locked-case.js';
export * from './journal/record-journal-entry.js';
export * from './messages/carry-message.js';
export * from './messages/message.repository.js';
export * from './messages/broadcast-signal.js';
export * from './messages/route-message.js';
export * from './messages/settle-messages.js';
export * from './messages/signal.repository.js';
export * from './messages/start-by-timer.js';
export type { StartContext } from './messages/start-by-trigger.js';
export { declaredPayloads } from './messages/accepted-payload.js';
export type { CandidateHolder } from './journal/rows-of-entry.js';
export * from './account.repository.js';
export * from './binding.repository.js';
export * from './alert.repository.js';
export * from './case-link.repository.js';
export * from './case.repository.js';
export * from './case-history.repository.js';
export * from './current-names.js';
export * from './inbox/case-copy.repository.js';
export * from './inbox/done-tasks.js';
export type { InboxOf } from './inbox/holders.js';
export * from './inbox/inbox-counts.js';
export * from './inbox/inbox-faults.js';
export type { CaseFact, InboxRow, InboxTone } from './inbox/inbox-row.js';
export * from './inbox/list-inbox.js';
export * from './inbox/read-mark.repository.js';
export * from './inbox/saved-view.repository.js';
export * from './incident.repository.js';
export * from './invitation-code.js';
export * from './invitation.repository.js';
export * from './key-fingerprint.js';
export * from './list-cases.js';
export * from './notifications/channel-choice.repository.js';
export * from './notifications/channel-figures.js';
export * from './notifications/notification-rules.repository.js';
export * from './notifications/personal-notification.repository.js';
export * from './notifications/receipts.js';
export * from './notifications/tell.js';
export * from './open-database.js';
export * from './live/change-signal.js';
export * from './live/changed-rows.repository.js';
export * from './live/live-change.repository.js';
export * from './live/live-cursor.js';
export * from './organization.repository.js';
export * from './process-definition.repository.js';
export * from './public-notice.repository.js';
export * from './public-objection.repository.js';
export * from './objection-thread.js';
export * from './roll-of.js';
export * from './roll.repository.js';
export * from './secret-attempt.repository.js';
export * from './security-event.repository.js';
export * from './service-level-clock.repository.js';
export * from './session.repository.js';
export type * from './set-aside/look.js';
export * from './set-aside/note-failure.js';
export * from './set-aside/retry-set-aside.js';
export * from './set-aside/set-aside.repository.js';
export * from './standing.repository.js';
export * from './step-row.js';
export * from './user-task.repository.js';
export * from './workflow-check.repository.js';
export { entities } from './entities/index.js';
export * from './checked-work.repository.js';
