import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsInt,
  IsNumber,
  IsObject,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { MayBeAbsent } from '../../http/may-be-absent.js';

/** Longer than any name that a system allows: it is bounded when the file is kept. */
const NAME_MAX = 1_000;
const BYTES_MAX = Number.MAX_SAFE_INTEGER;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})?$/;

export class FileOriginDto {
  @ApiProperty({ required: false, description: '压缩前原件的 SHA-256，64 位小写十六进制' })
  @MayBeAbsent()
  @Matches(/^[0-9a-f]{64}$/, { message: '原件的 SHA-256 应为 64 位小写十六进制数字。' })
  sha256?: string;

  @ApiProperty({ required: false, example: '2026-08-24T09:30:00+08:00' })
  @MayBeAbsent()
  @Matches(MOMENT, { message: '拍摄时间应为 2026-08-24T09:30:00 这样的格式。' })
  takenAt?: string;

  @ApiProperty({ required: false })
  @MayBeAbsent()
  @IsNumber({}, { message: '纬度应在 -90 至 90 之间。' })
  @Min(-90, { message: '纬度应在 -90 至 90 之间。' })
  @Max(90, { message: '纬度应在 -90 至 90 之间。' })
  latitude?: number;

  @ApiProperty({ required: false })
  @MayBeAbsent()
  @IsNumber({}, { message: '经度应在 -180 至 180 之间。' })
  @Min(-180, { message: '经度应在 -180 至 180 之间。' })
  @Max(180, { message: '经度应在 -180 至 180 之间。' })
  longitude?: number;
}

export class NewFileDto {
  @ApiProperty({ description: '表单中接收文件的栏目', example: 'minutes' })
  @IsString({ message: '请指明文件放在表单的哪一栏。' })
  @Length(1, 200, { message: '请指明文件放在表单的哪一栏。' })
  field!: string;

  @ApiProperty({ minLength: 1, maxLength: NAME_MAX, example: '会议记录.pdf' })
  @IsString({ message: '请填写文件名。' })
  @Length(1, NAME_MAX, { message: `文件名应为 1–${NAME_MAX} 个字。` })
  name!: string;

  @ApiProperty({ minimum: 1, description: '字节数' })
  @IsInt({ message: '文件大小应为整数（字节）。' })
  @Min(1, { message: '这是一个空文件，没有内容，请重新选择。' })
  @Max(BYTES_MAX, { message: '文件大小有误，请重新选择。' })
  bytes!: number;

  @ApiProperty({ required: false, type: FileOriginDto, description: '仅镇街经办与纪检可见' })
  @MayBeAbsent()
  @IsObject({ message: '拍摄信息有误。' })
  @ValidateNested()
  @Type(() => FileOriginDto)
  origin?: FileOriginDto;
}
