export { simulate } from './simulate';
export type { Delivery, SupplyPath, SupplyPoint, SupplyReport } from './types';
