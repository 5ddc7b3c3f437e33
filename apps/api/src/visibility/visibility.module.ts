import { Global, Module } from '@nestjs/common';
import { SecurityLogModule } from '../security-log/security-log.module.js';
import { CaseReader } from './case-reader.js';
import { CircleLooks } from './circle-looks.js';
import { ListedDefinitions } from './listed-definitions.js';
import { VisibleChanges } from './visible-changes.js';
import { VisibleFiles } from './visible-files.js';
import { VisibleDrafts } from './visible-drafts.js';
import { VisibleDossiers } from './visible-dossiers.js';
import { VisibleComplaints } from './visible-complaints.js';
import { VisibleCounts } from './visible-counts.js';
import { VisibleHeard } from './visible-heard.js';
import { IdentitySeals } from './identity-seals.js';
import { VisibleIdentities } from './visible-identities.js';
import { VisibleInbox } from './visible-inbox.js';
import { VisibleLedgerEdits } from './visible-ledger-edits.js';
import { VisibleLedgers } from './visible-ledgers.js';
import { VisibleLetters } from './visible-letters.js';
import { VisibleLists } from './visible-lists.js';
import { VisibleInspection } from './visible-inspection.js';
import { VisibleNotifications } from './visible-notifications.js';
import { VisibleObjections } from './visible-objections.js';
import { VisibleSetAsides } from './set-asides.js';
import { VisibleStuckCases } from './stuck-cases.js';
import { VisibleWorkflowChecks } from './workflow-checks.js';
import { VisibleRecords } from './visible-records.js';
import { VisibleSlips } from './visible-slips.js';
import { VisibleOrders } from './visible-orders.js';
import { VisibleWatch } from './visible-watch.js';

/**
 * The one road to what belongs to a case: whether a case, a step, a sender may be known is asked here, and nowhere else are
 * rows of cases read (test/architecture).
 */
@Global()
@Module({
  imports: [SecurityLogModule],
  providers: [
    CaseReader,
    IdentitySeals,
    VisibleIdentities,
    CircleLooks,
    ListedDefinitions,
    VisibleChanges,
    VisibleFiles,
    VisibleDrafts,
    VisibleComplaints,
    VisibleDossiers,
    VisibleCounts,
    VisibleHeard,
    VisibleInbox,
    VisibleInspection,
    VisibleLedgers,
    VisibleLedgerEdits,
    VisibleLetters,
    VisibleLists,
    VisibleNotifications,
    VisibleObjections,
    VisibleRecords,
    VisibleOrders,
    VisibleSlips,
    VisibleWatch,
    VisibleSetAsides,
    VisibleStuckCases,
    VisibleWorkflowChecks,
  ],
  exports: [
    CaseReader,
    IdentitySeals,
    VisibleIdentities,
    ListedDefinitions,
    VisibleChanges,
    VisibleFiles,
    VisibleDrafts,
    VisibleComplaints,
    VisibleDossiers,
    VisibleHeard,
    VisibleInbox,
    VisibleInspection,
    VisibleLedgers,
    VisibleLedgerEdits,
    VisibleLetters,
    VisibleLists,
    VisibleNotifications,
    VisibleObjections,
    VisibleRecords,
    VisibleOrders,
    VisibleSlips,
    VisibleWatch,
    VisibleSetAsides,
    VisibleStuckCases,
    VisibleWorkflowChecks,
  ],
})
export class VisibilityModule {}
