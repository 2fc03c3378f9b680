/** What a rule means for a chip. */
export const outcomes = {
  not_controlled: 'free',
  tariff: 'tariff',
  notification: 'notify',
  case_by_case: 'case by case',
  licence_required: 'licence',
  presumption_of_denial: 'denied',
  barred: 'barred',
  unknown: 'unknown',
};
