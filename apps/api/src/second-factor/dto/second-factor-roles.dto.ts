import { ApiProperty } from '@nestjs/swagger';
import { allRoles } from '@wuqing/access';
import { ArrayUnique, IsArray, IsIn } from 'class-validator';

const ROLES = { message: `岗位类别应为 ${allRoles.join('、')} 之一。` };

export class SecondFactorRolesDto {
  @ApiProperty({ enum: allRoles, isArray: true, maxItems: allRoles.length })
  @IsArray({ message: '岗位类别应为列表。' })
  @ArrayUnique({ message: '岗位类别不能重复。' })
  @IsIn(allRoles, { ...ROLES, each: true })
  roles!: string[];
}

export class SecondFactorRolesView {
  @ApiProperty({ enum: allRoles, isArray: true, description: '须使用动态口令的岗位类别' }) roles!: string[];
}
