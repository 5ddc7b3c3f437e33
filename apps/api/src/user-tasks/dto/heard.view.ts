import { ApiProperty } from '@nestjs/swagger';
import { ObjectionPhotoView } from '../../public-pages/objections/dto/case-objection.view.js';
import { PaperFieldView } from './task-aside.view.js';

export class HeardView {
  @ApiProperty({ description: '例：收到异议' }) title!: string;
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty({ type: String, nullable: true, description: '监督意见由谁提出；群众提出的为空' })
  by!: string | null;
  @ApiProperty({
    type: [PaperFieldView],
    description: '写的内容；异议人、电话只有村务监督委员会和镇看得到，信访人、电话只有登记的人看得到',
  })
  fields!: PaperFieldView[];
  @ApiProperty({ type: [ObjectionPhotoView] }) photos!: ObjectionPhotoView[];
}
