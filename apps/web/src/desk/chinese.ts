import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn.js';
import type { ConfigProviderProps } from 'antd';
import zhCN from 'antd/es/locale/zh_CN.js';

/** antd's own words; its types are written for CommonJS, what Vite bundles is the ES module with its default export. */
export const chinese = zhCN as unknown as NonNullable<ConfigProviderProps['locale']>;

/** Its calendars speak by the library of days. */
dayjs.locale('zh-cn');
