import { ApiProperty } from '@nestjs/swagger';
import { allScopes, type Scope } from '@wuqing/access';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsUUID,
  Max,
  Min,
} from 'class-validator';
import { VisibleText } from '../../http/visible-text.js';

const DAYS_MAX = 365;
const SCOPES = { message: '请至少选择一项范围，不能重复。' };
const DAYS = { message: `有效天数应为 1–${DAYS_MAX} 的整数。` };

export class CreateAccessTokenDto {
  @VisibleText(100, '请填写对接系统的名称，不超过 100 个字。', { description: '对接的系统' })
  name!: string;

  @ApiProperty({ format: 'uuid', description: '只能看到这个单位和它下属单位的事项' })
  @IsUUID('all', { message: '请选择单位。' })
  unitId!: string;

  @ApiProperty({ enum: allScopes, isArray: true, minItems: 1, maxItems: allScopes.length, uniqueItems: true })
  @IsArray(SCOPES)
  @ArrayMinSize(1, SCOPES)
  @ArrayMaxSize(allScopes.length, SCOPES)
  @ArrayUnique(SCOPES)
  @IsIn(allScopes, { each: true, message: `范围应为 ${allScopes.join('、')} 之一。` })
  scopes!: Scope[];

  @ApiProperty({ minimum: 1, maximum: DAYS_MAX })
  @IsInt(DAYS)
  @Min(1, DAYS)
  @Max(DAYS_MAX, DAYS)
  validDays!: number;
}

export class AccessTokenView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ description: '令牌的开头，用来辨认', example: 'wq_k7m2p9qd' }) prefix!: string;
  @ApiProperty() unitName!: string;
  @ApiProperty({ enum: allScopes, isArray: true }) scopes!: string[];
  @ApiProperty({ description: '谁发的' }) createdBy!: string;
  @ApiProperty({ format: 'date-time' }) createdAt!: string;
  @ApiProperty({ format: 'date-time' }) expiresAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: '精确到分' })
  lastUsedAt!: string | null;
  @ApiProperty({
    enum: ['active', 'expired', 'revoked'],
    description: 'active 有效 · expired 已过期 · revoked 已吊销',
  })
  state!: 'active' | 'expired' | 'revoked';
}

export class AccessTokenPageView {
  @ApiProperty({ type: [AccessTokenView] }) items!: AccessTokenView[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}

export class NewAccessTokenView extends AccessTokenView {
  @ApiProperty({ description: '只显示这一次' }) token!: string;
}
