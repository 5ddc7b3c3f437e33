/** What an official letter says: heading, number, addressee, text, who signs. */
export interface PaperLetter {
  readonly town: string;
  /** 「责令改正通知书」. */
  readonly title: string;
  readonly number: string;
  readonly addressee: string;
  readonly paragraphs: readonly string[];
  readonly from: string;
  /** 「2026 年 8 月 3 日」. */
  readonly on: string;
}
