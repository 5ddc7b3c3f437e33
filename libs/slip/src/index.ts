/**
 * Slips (流转单): numbered hand-overs from one unit to an office of the town. What the slip is about stands open, what it hands over is
 * sealed and leaves the sender: only the office that it is addressed to reads it.
 *
 * A kind is data: who sends, which offices take it, by when it is received, and the sign of its numbers. `objectionToSlip` says in Chinese
 * why a slip may not be sent.
 *
 * It must never see what is sealed, give out a number, or read a clock. Begin with `slip-kind.ts`.
 */
export * from './slip-kind.js';
export * from './slip-objection.js';
