import { ApiProperty } from '@nestjs/swagger';

export class FileOriginView {
  @ApiProperty({ type: String, nullable: true, description: '相机或设备所记' }) takenAt!: string | null;
  @ApiProperty({ type: Number, nullable: true }) latitude!: number | null;
  @ApiProperty({ type: Number, nullable: true }) longitude!: number | null;
  @ApiProperty({ enum: ['photo', 'device'] }) source!: string;
  @ApiProperty({ type: String, nullable: true, description: '压缩前原件的 SHA-256' })
  originalSha256!: string | null;
}

export class FileView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ description: '保存时的文件名，扩展名按内容' }) name!: string;
  @ApiProperty({ description: '上传者所用的文件名，仅作文字显示' }) originalName!: string;
  @ApiProperty() mediaType!: string;
  @ApiProperty() bytes!: number;
  @ApiProperty({ description: '所存内容的 SHA-256：提交表单时填写它' }) sha256!: string;
  @ApiProperty({ type: Number, nullable: true }) width!: number | null;
  @ApiProperty({ type: Number, nullable: true }) height!: number | null;
  @ApiProperty() hasThumbnail!: boolean;
  @ApiProperty({ format: 'date-time' }) uploadedAt!: string;
  @ApiProperty({ description: '表单中的栏目' }) field!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) userTaskId!: string | null;
  @ApiProperty({ type: FileOriginView, nullable: true, description: '仅镇街经办与纪检可见' })
  origin!: FileOriginView | null;
}

export class UploadView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ description: 'tus 协议的续传地址（HEAD、PATCH、DELETE）' }) url!: string;
  @ApiProperty({ description: '表单中的栏目' }) field!: string;
  @ApiProperty() originalName!: string;
  @ApiProperty({ description: '声明的字节数' }) bytes!: number;
  @ApiProperty({ description: '已收到的字节数' }) offset!: number;
  @ApiProperty({ enum: ['receiving', 'kept', 'refused'] }) state!: string;
  @ApiProperty({ type: String, nullable: true, description: '不能接收的原因' }) refusal!: string | null;
  @ApiProperty({ description: '由我上传' }) mine!: boolean;
  @ApiProperty({ type: FileView, nullable: true }) file!: FileView | null;
}

export class UploadListView {
  @ApiProperty({ type: [UploadView] }) items!: UploadView[];
}

export class FileListView {
  @ApiProperty({ type: [FileView] }) items!: FileView[];
}
