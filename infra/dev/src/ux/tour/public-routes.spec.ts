import { publicRoutes } from './public-routes.js';

const PAGES = `
@Controller()
export class Pages {
  @Get('public.css')
  @Public()
  @Header('content-type', 'text/css; charset=utf-8')
  css() {}

  @Get('villages')
  @PublicPage()
  async villages() {}

  @Get('villages/:code')
  @PublicPage('no-store')
  async board(@Param('code') code: string) {}
}`;
const FORM = `
@Controller('progress')
export class Progress {
  @Get()
  @PublicPage('no-store')
  form() {}

  @Post()
  @PublicPage('no-store')
  read() {}
}`;

it('finds what is marked as a page, and nothing else', () => {
  expect(publicRoutes([PAGES, FORM, '@Controller("api")'])).toEqual([
    '/progress',
    '/villages',
    '/villages/:code',
  ]);
});
