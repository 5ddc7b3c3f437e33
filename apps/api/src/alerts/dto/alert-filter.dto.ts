import { TrueOrFalseFilter, type TrueOrFalse } from '../../http/filter-fields.js';
import { PageDto } from '../../http/page.js';

export class AlertFilterDto extends PageDto {
  @TrueOrFalseFilter('open', '只看未签收的')
  open?: TrueOrFalse;
}
