/**
 * What the product's pages hold: every page in a real Chromium on the running product with the demo's cases.
 *
 * `run-ux.ts` prints the budgets with what was measured, `shots/` takes a picture of every page. The pages come from the routers'
 * own tables (`tour/tour.ts`): a new page is looked at without a word, and one whose address names something fails until
 * `tour/places.ts` says what. It must never change the product, and knows of it only what a browser sees.
 */
export { Browsers } from './browser/browsers.js';
export { lookOf } from './browser/look.js';
export { settled, type Visitor } from './browser/visitor.js';
export { byVisitor } from './tour/by-visitor.js';
export { placesOf } from './tour/places.js';
export { tourOf } from './tour/tour.js';
export type { Stop } from './tour/stop.js';
