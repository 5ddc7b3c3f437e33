import { ApiProperty } from '@nestjs/swagger';
import { NoticeFieldView, NoticeFileView } from '../../public-pages/dto/notice.view.js';
import { reviewKeys, reviewKinds, type ReviewKey, type ReviewKind } from '../review-lines.js';

const VERDICTS = ['pass', 'fail', 'not-applicable', 'look'] as const;
const RESULTS = ['pass', 'fail', 'not-applicable'] as const;

export class ReviewLineView {
  @ApiProperty({ enum: reviewKeys }) key!: ReviewKey;
  @ApiProperty({ example: '按期公开' }) title!: string;
  @ApiProperty({ enum: VERDICTS, description: '系统的判断；look 为请人看' })
  systemVerdict!: (typeof VERDICTS)[number];
  @ApiProperty({ example: '11-10 公开，期限 11-11', description: '系统核对到的' }) systemFinding!: string;
  @ApiProperty({ enum: [...RESULTS, null], nullable: true, type: String, description: '最近一次审的结论' })
  result!: (typeof RESULTS)[number] | null;
}

export class DoneReviewView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() reviewedBy!: string;
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty({ description: '不合格的项数' }) failed!: number;
  @ApiProperty({ type: String, nullable: true }) note!: string | null;
}

/** A photo of what hangs, as far as this reader may know of it. */
export class BoardPhotoView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ example: '张贴照片', description: '在哪一项' }) field!: string;
  @ApiProperty({ type: String, nullable: true, description: '拍摄时间，照片里没有的为空' }) takenAt!:
    string | null;
  @ApiProperty() sha256!: string;
  @ApiProperty() hasThumbnail!: boolean;
}

export class NoticeReviewView {
  @ApiProperty({ format: 'uuid' }) noticeId!: string;
  @ApiProperty({ enum: reviewKinds, description: '线上审或者线下看' }) look!: ReviewKind;
  @ApiProperty({ format: 'uuid', description: '所属事项' }) caseId!: string;
  @ApiProperty() title!: string;
  @ApiProperty() unitName!: string;
  @ApiProperty({ format: 'date-time' }) publishedAt!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) fromOn!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) toOn!: string | null;
  @ApiProperty({ type: [NoticeFieldView], description: '公开页上的内容' }) fields!: NoticeFieldView[];
  @ApiProperty({ type: [NoticeFileView], description: '公开的附件和照片' }) files!: NoticeFileView[];
  @ApiProperty({ type: [BoardPhotoView], description: '其中的照片，线下看时列出' }) photos!: BoardPhotoView[];
  @ApiProperty({ type: [ReviewLineView], description: '审核清单' }) lines!: ReviewLineView[];
  @ApiProperty({ type: [DoneReviewView], description: '审过的，新的在前' }) reviews!: DoneReviewView[];
  @ApiProperty({ description: '可以登记结论' }) mayRecord!: boolean;
}
