import { axisScale } from '../../state/vary';
import { valueText } from '../sweep/axes';

/** A value of an axis of the map with its unit. */
export const placeText = (key: string, shown: number): string =>
  valueText({ key, labels: null }, shown / axisScale(key));
