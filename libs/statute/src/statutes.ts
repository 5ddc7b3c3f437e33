import { branchRegulation } from './texts/branch-regulation.js';
import { collectiveLaw } from './texts/collective-law.js';
import { mediationLaw, petitionRegulation, provincialPetitionRegulation } from './texts/petition-law.js';
import { provincialMeasures } from './texts/provincial-measures.js';
import { villageCommitteeLaw } from './texts/village-committee-law.js';
import type { Statute } from './statute.js';

/** Every article that something in the product cites, law by law. */
export const statutes: readonly Statute[] = [
  ...villageCommitteeLaw,
  ...collectiveLaw,
  ...branchRegulation,
  ...provincialMeasures,
  ...petitionRegulation,
  ...provincialPetitionRegulation,
  ...mediationLaw,
];
