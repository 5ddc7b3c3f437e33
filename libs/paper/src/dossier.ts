/** A table on the paper: every row has as many cells as the head. */
export interface PaperTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A field of a form as it is read: its text, and below it a table where it is one. */
export interface PaperField {
  readonly title: string;
  readonly text: string;
  readonly table?: PaperTable;
}

export interface PaperPicture {
  readonly caption: string;
  readonly type: 'image/jpeg' | 'image/png';
  readonly content: Uint8Array;
}

/** A file that belongs to the dossier and is kept beside it; its hash says which it is. */
export interface PaperFile {
  readonly name: string;
  readonly sha256: string;
  /** Where it was submitted: step and field. */
  readonly from: string;
}

/** A form as it was submitted. */
export interface FormSheet {
  readonly step: string;
  readonly by: string;
  /** 'YYYY-MM-DD', as all days here. */
  readonly on: string;
  /** How its term ended; empty where it had none. */
  readonly ending: string;
  readonly fields: readonly PaperField[];
}

/** What a meeting counted. */
export interface DecisionSheet {
  readonly step: string;
  readonly on: string;
  readonly figures: readonly PaperField[];
}

export interface NoticeSheet {
  readonly title: string;
  readonly board: string;
  readonly period: string;
  readonly on: string;
  /** As it stands on the notice itself. */
  readonly code: string;
  readonly fields: readonly PaperField[];
  readonly pictures: readonly PaperPicture[];
}

export interface TimelineLine {
  readonly on: string;
  readonly text: string;
  readonly by: string;
  readonly detail: string;
}

export interface AuditLine {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly action: string;
  readonly hash: string;
}

export interface AuditSheet {
  /** Whether the chain is the one that was written. */
  readonly isWhole: boolean;
  /** Of the chain up to its last line here. */
  readonly head: string;
  readonly lines: readonly AuditLine[];
}

/** All that a case's paper says, in the order of the archive: cover, contents, forms, decisions, notices, course, hashes. */
export interface Dossier {
  readonly town: string;
  readonly number: string;
  readonly title: string;
  readonly process: string;
  readonly village: string;
  /** 「办理中」 and the like. */
  readonly standing: string;
  readonly startedOn: string;
  /** Null while it runs. */
  readonly endedOn: string | null;
  /** For whom it was made: whatever this person may not read is not in it. */
  readonly reader: string;
  readonly forms: readonly FormSheet[];
  readonly decisions: readonly DecisionSheet[];
  readonly notices: readonly NoticeSheet[];
  readonly timeline: readonly TimelineLine[];
  readonly files: readonly PaperFile[];
  /** Null for whoever may not read the audit. */
  readonly audit: AuditSheet | null;
}

/** What makes a printed dossier known again. */
export interface Imprint {
  /** Epoch ms. */
  readonly madeAt: number;
  /** 'YYYY-MM-DD HH:mm' where the township is. */
  readonly madeOn: string;
  /** 12 signs. */
  readonly code: string;
  /** SHA-256 of the content, hexadecimal. */
  readonly digest: string;
  /** Where the code is looked up. */
  readonly address: string;
}
