export { concatenate, emptyReport } from './columns';
export { rowsOf, shardRows, tableRows } from './rows';
