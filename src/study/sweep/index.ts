export { concatenate } from './columns';
export { rowsOf, shardRows, tableRows } from './rows';
