import { required } from '@wuqing/kernel';
import { choiceFor } from './choice.js';
import { electRepresentatives } from './elect-representatives.js';
import { fillTown } from './fill-town.js';
import { seatCadres } from './seat-cadres.js';
import { settleVillagers } from './settle-villagers.js';
import type { TownshipData, TownshipUnit } from './township-data.js';
import { TownshipDraft } from './township-draft.js';
import { generalBranches, villageNames } from './unit-names.js';
import { planVillage } from './village-plan.js';

/** What the 村民会议 may hand on (山东 Art 20(2): not the 其他事项, A6). */
const AUTHORIZED_MATTERS = ['A1', 'A2', 'A3', 'A4', 'A5'];

/** Every village's assembly met in December 2025, for the three years from the day the law of 2025 came into force. */
function authorize(draft: TownshipDraft, village: TownshipUnit, day: number): void {
  draft.addAuthorization({
    unitId: village.id,
    matterTypes: AUTHORIZED_MATTERS,
    decidedOn: `2025-12-${day}`,
    postedOn: `2025-12-${day + 1}`,
    filedOn: `2025-12-${day + 5}`,
    effectiveFrom: '2026-01-01',
    effectiveTo: '2028-12-31',
  });
}

function fillVillage(draft: TownshipDraft, branch: TownshipUnit, name: string, code: string): void {
  const choice = choiceFor(`village ${code}`);
  const plan = planVillage(code, choice);
  const village = draft.addUnit({ parentId: branch.id, kind: 'village', code, name, figures: plan.figures });
  const site = { draft, village, plan, choice };
  const cadres = seatCadres(site);
  const elected = electRepresentatives(site, cadres);
  settleVillagers(site, cadres, elected);
  authorize(draft, village, choice.between(10, 22));
}

/** The whole township, the same at every call. Takes well under a second. */
export function generateTownship(): TownshipData {
  const draft = new TownshipDraft();
  const branches = fillTown(draft);
  let number = 0;
  generalBranches.forEach(({ villages }, at) => {
    const branch = required(branches[at], `general branch ${at + 1}`);
    for (let more = villages; more > 0; more -= 1) {
      const name = required(villageNames[number], `a name for village ${number + 1}`);
      number += 1;
      fillVillage(draft, branch, name, `v${String(number).padStart(2, '0')}`);
    }
  });
  return draft.finished();
}
