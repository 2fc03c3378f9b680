import type { TimelineReport } from '../../../study';
import type { Theme } from '../../state/theme';

type Kind = TimelineReport['labels']['kinds'][number];

const hues = {
  light: {
    blue: '#0072B2',
    green: '#009E73',
    sky: '#56B4E9',
    orange: '#E69F00',
    red: '#C23B00',
    pink: '#AA4499',
    grey: '#7a8290',
    yellow: '#A88A00',
    lilac: '#6a5acd',
  },
  dark: {
    blue: '#4AA3DF',
    green: '#2FC49A',
    sky: '#9AD4F5',
    orange: '#E69F00',
    red: '#FF7F50',
    pink: '#E29BC6',
    grey: '#98a2b3',
    yellow: '#D8C04A',
    lilac: '#A79BFF',
  },
};

const HUES: Record<Kind, keyof (typeof hues)['light']> = {
  forward: 'blue',
  backward: 'green',
  weight_gradient: 'sky',
  wait_scale_up: 'orange',
  wait_scale_out: 'red',
  wait_host: 'grey',
  wait_parameters: 'pink',
  wait_gradients: 'pink',
  optimizer: 'lilac',
  fixed: 'grey',
  tensor_parallel: 'orange',
  context_parallel: 'yellow',
  expert_exchange: 'red',
  expert_tensor_parallel: 'lilac',
  send_forward: 'blue',
  send_backward: 'green',
  gather_parameters: 'pink',
  reduce_gradients: 'pink',
  shard: 'pink',
};

/** Hue of a kind; what nothing hides is striped beside it, what compute hides is pale. */
export const colorOf = (kind: Kind, theme: Theme): string => hues[theme][HUES[kind]];

/** The compute lane where a rank has nothing to do. */
export const idle = { light: '#dde2ea', dark: '#364154' } as const;
