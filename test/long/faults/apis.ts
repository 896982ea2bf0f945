import { apiV2 } from './api-v2.ts';
import { apiV3 } from './api-v3.ts';
import type { Api } from './api.ts';

export const apis: Readonly<Record<Api['name'], Api>> = { v3: apiV3, 'v2.3': apiV2 };
