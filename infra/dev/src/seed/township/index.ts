/**
 * The township of the first start: one town, ten offices, eight 党总支, fifty villages and the people in them.
 *
 * Pure data, generated and the same on every machine: every id comes from a name (`id-of.ts`), every choice from a
 * small generator that is seeded by the name of what it fills (`choice.ts`). All names are invented, composed from
 * character lists that cannot spell a person of the town's plan. It must never read a clock, a file or a database;
 * writing the rows is the seed's own work.
 * Begin with `township-data.ts`, then `generate-township.ts`.
 */
export * from './township-data.js';
export * from './generate-township.js';
