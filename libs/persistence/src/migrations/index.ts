import { Organization1764000000000 } from './1764000000000-organization.js';
import { ProcessDefinition1764000001000 } from './1764000001000-process-definition.js';
import { CaseAndJournal1764000002000 } from './1764000002000-case-and-journal.js';
import { Grants1764000003000 } from './1764000003000-grants.js';
import { MessageAndSignal1764000010000 } from './1764000010000-message-and-signal.js';
import { OutsideAlert1764000012000 } from './1764000012000-outside-alert.js';
import { DecisionVersion1764000020000 } from './1764000020000-decision-version.js';
import { CalledCase1764000021000 } from './1764000021000-called-case.js';
import { RoomForBursts1764000022000 } from './1764000022000-room-for-bursts.js';
import { SuspendedCase1764000024000 } from './1764000024000-suspended-case.js';
import { MigratedCase1764000026000 } from './1764000026000-migrated-case.js';
import { StartTimer1764000028000 } from './1764000028000-start-timer.js';
import { SignalHome1764000031000 } from './1764000031000-signal-home.js';
import { NamesRead1764000032000 } from './1764000032000-names-read.js';
import { OpenIncident1764000034000 } from './1764000034000-open-incident.js';
import { LighterClock1764000040000 } from './1764000040000-lighter-clock.js';
import { SetAside1764000200000 } from './1764000200000-set-aside.js';
import { WorkflowCheck1764000201000 } from './1764000201000-workflow-check.js';
import { KeyFingerprint1764000202000 } from './1764000202000-key-fingerprint.js';
import { TableMark1764000203000 } from './1764000203000-table-mark.js';
import { SecretAttempt1764000300000 } from './1764000300000-secret-attempt.js';
import { Invitation1764000301000 } from './1764000301000-invitation.js';
import { SecurityEvent1764000302000 } from './1764000302000-security-event.js';
import { UsedGrants1764000303000 } from './1764000303000-used-grants.js';
import { WorkflowFinding1764000304000 } from './1764000304000-workflow-finding.js';
import { StoredFile1765000100001 } from './1765000100001-stored-file.js';
import { InboxEntry1765000300000 } from './1765000300000-inbox-entry.js';
import { CaseSearch1765000301000 } from './1765000301000-case-search.js';
import { ListPlaces1765000302000 } from './1765000302000-list-places.js';
import { OwnMarks1765000303000 } from './1765000303000-own-marks.js';
import { CaseFact1765000304000 } from './1765000304000-case-fact.js';
import { LiveChange1765000400000 } from './1765000400000-live-change.js';
import { PersonalNotification1765000500000 } from './1765000500000-personal-notification.js';
import { LiveNotification1765000501000 } from './1765000501000-live-notification.js';
import { PublicObjection1765000600000 } from './1765000600000-public-objection.js';
import { CaseTally1765000700000 } from './1765000700000-case-tally.js';
import { Urge1765000701000 } from './1765000701000-urge.js';
import { SupervisionOrder1765000702000 } from './1765000702000-supervision-order.js';
import { NoticeReview1765000710000 } from './1765000710000-notice-review.js';
import { FormDraft1765000800000 } from './1765000800000-form-draft.js';
import { DraftHoldsFiles1765000801000 } from './1765000801000-draft-holds-files.js';
import { Dossier1765000900000 } from './1765000900000-dossier.js';
import { ReviewKind1765001010000 } from './1765001010000-review-kind.js';
import { CaseReceipts1765001011000 } from './1765001011000-case-receipts.js';
import { PackedCounts1765001020000 } from './1765001020000-packed-counts.js';
import { ListOrders1765001021000 } from './1765001021000-list-orders.js';
import { CheckedTally1765001022000 } from './1765001022000-checked-tally.js';
import { Ledger1765001300000 } from './1765001300000-ledger.js';
import { LedgerLook1765001301000 } from './1765001301000-ledger-look.js';
import { FindingIsLookedUp1765001310000 } from './1765001310000-finding-is-looked-up.js';
import { ObjectionPhoto1765001311000 } from './1765001311000-objection-photo.js';
import { SearchText1765001320000 } from './1765001320000-search-text.js';
import { CaseComment1765001330000 } from './1765001330000-case-comment.js';
import { LedgerEdit1765001340000 } from './1765001340000-ledger-edit.js';
import { LedgerOfAuthorizations1765001341000 } from './1765001341000-ledger-of-authorizations.js';
import { OrderBegunByItself1765001342000 } from './1765001342000-order-begun-by-itself.js';
import { ActOfCopies1765001343000 } from './1765001343000-act-of-copies.js';
import { GrowingWait1765001500000 } from './1765001500000-growing-wait.js';
import { SessionPlace1765001501000 } from './1765001501000-session-place.js';
import { SecondFactor1765001502000 } from './1765001502000-second-factor.js';
import { Slip1765001600000 } from './1765001600000-slip.js';
import { SecurityLogKept1765001610000 } from './1765001610000-security-log-kept.js';
import { AccountClosed1765001611000 } from './1765001611000-account-closed.js';
import { EndedIsCompleted1765001700000 } from './1765001700000-ended-is-completed.js';
import { PlannedOnce1765001710000 } from './1765001710000-planned-once.js';
import { Letter1765001721000 } from './1765001721000-letter.js';
import { ToldOfPapers1765001720000 } from './1765001720000-told-of-papers.js';
import { InboxShown1765001711000 } from './1765001711000-inbox-shown.js';
import { Evidence1765001730000 } from './1765001730000-evidence.js';
import { PublicComplaint1765001820000 } from './1765001820000-public-complaint.js';
import { DataSubject1765001830000 } from './1765001830000-data-subject.js';
import { AccessToken1765001950000 } from './1765001950000-access-token.js';
import { CaseCircle1765001965000 } from './1765001965000-case-circle.js';
import { GatheredCase1765001970000 } from './1765001970000-gathered-case.js';
import { OrganizationKept1765001980000 } from './1765001980000-organization-kept.js';
import { InboxNarrow1765001985000 } from './1765001985000-inbox-narrow.js';
import { CaseWalls1765002000000 } from './1765002000000-case-walls.js';

/** In the order in which they run. */
export const migrations = [
  Organization1764000000000,
  ProcessDefinition1764000001000,
  CaseAndJournal1764000002000,
  Grants1764000003000,
  MessageAndSignal1764000010000,
  OutsideAlert1764000012000,
  DecisionVersion1764000020000,
  CalledCase1764000021000,
  RoomForBursts1764000022000,
  SuspendedCase1764000024000,
  MigratedCase1764000026000,
  StartTimer1764000028000,
  SignalHome1764000031000,
  NamesRead1764000032000,
  OpenIncident1764000034000,
  LighterClock1764000040000,
  SetAside1764000200000,
  WorkflowCheck1764000201000,
  KeyFingerprint1764000202000,
  TableMark1764000203000,
  SecretAttempt1764000300000,
  Invitation1764000301000,
  SecurityEvent1764000302000,
  UsedGrants1764000303000,
  WorkflowFinding1764000304000,
  StoredFile1765000100001,
  InboxEntry1765000300000,
  CaseSearch1765000301000,
  ListPlaces1765000302000,
  OwnMarks1765000303000,
  CaseFact1765000304000,
  LiveChange1765000400000,
  PersonalNotification1765000500000,
  LiveNotification1765000501000,
  PublicObjection1765000600000,
  CaseTally1765000700000,
  Urge1765000701000,
  SupervisionOrder1765000702000,
  NoticeReview1765000710000,
  FormDraft1765000800000,
  DraftHoldsFiles1765000801000,
  Dossier1765000900000,
  ReviewKind1765001010000,
  CaseReceipts1765001011000,
  PackedCounts1765001020000,
  ListOrders1765001021000,
  CheckedTally1765001022000,
  Ledger1765001300000,
  LedgerLook1765001301000,
  FindingIsLookedUp1765001310000,
  ObjectionPhoto1765001311000,
  SearchText1765001320000,
  CaseComment1765001330000,
  LedgerEdit1765001340000,
  LedgerOfAuthorizations1765001341000,
  OrderBegunByItself1765001342000,
  ActOfCopies1765001343000,
  GrowingWait1765001500000,
  SessionPlace1765001501000,
  SecondFactor1765001502000,
  Slip1765001600000,
  SecurityLogKept1765001610000,
  AccountClosed1765001611000,
  EndedIsCompleted1765001700000,
  PlannedOnce1765001710000,
  InboxShown1765001711000,
  ToldOfPapers1765001720000,
  Letter1765001721000,
  Evidence1765001730000,
  PublicComplaint1765001820000,
  DataSubject1765001830000,
  AccessToken1765001950000,
  CaseCircle1765001965000,
  GatheredCase1765001970000,
  OrganizationKept1765001980000,
  InboxNarrow1765001985000,
  CaseWalls1765002000000,
] as const;
