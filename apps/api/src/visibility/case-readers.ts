import { can } from '@wuqing/access';
import type { Official } from '../access/caller.js';
import type { SeenCase } from './case-reader.js';
import { caseResource } from './resources.js';

/**
 * Whether another person may read a case that the caller reads, as far as the caller can tell: whom a step of which he does not
 * know lets in is not told to him.
 */
export const isReaderOf = ({ row, definition, tasks }: SeenCase, official: Official): boolean =>
  can(official.access, 'case.read', caseResource(row, definition, tasks, official.personId)).allowed;
