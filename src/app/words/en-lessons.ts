/** Words of the lessons; a lesson for each of views/lessons/lessons.ts. */
export const lessons = {
  of: (now: number, all: number) => `Lesson ${now} of ${all}`,
  back: 'Previous lesson',
  next: 'Next lesson',
  list: 'Lessons',
  try: 'Move the slider and watch the figure.',
  now: (p: { rate: string; held: string; bubble: string; plan: string }) =>
    `${p.rate}, limited mostly by ${p.held}; the bubble takes ${p.bubble} of the step. Plan: ${p.plan}.`,
  question: 'Question',
  check: 'Ask the simulator',
  checking: 'The simulator is computing…',
  right: 'Right.',
  wrong: 'Not quite.',
  undecided: 'The simulator could not decide this with the present catalog.',
  openInPage: 'Open this in the workbench',
  all: {
    bandwidth: {
      title: 'Why experts need bandwidth',
      text: 'In a mixture-of-experts layer each token is sent to a few experts, and the experts live on different chips. Every layer therefore sends almost every token away and back again, and once more so in the backward pass. Here the 128 experts of a Qwen3-235B are spread over 64 chips, that is over eight servers of eight H100, so most of that traffic leaves the server. The slider is the bandwidth of each chip’s network card. Make it smaller and watch how the share of the scale-out network grows and the speed falls.',
      slider: 'Scale-out bandwidth',
      ask: 'How much faster does this cluster train when the network cards go from 25 to 50 GB/s?',
      choices: ['Less than 10 % faster', '10 to 80 % faster', 'Nearly twice as fast'],
      because: (times: string) =>
        `Twice the bandwidth makes it ${times} times as fast: only the exposed part of the exchange shrinks, the arithmetic stays.`,
    },
    bubble: {
      title: 'What a bubble is',
      text: 'Pipeline parallelism cuts a model into stages, one after the other. At the start of a step the later stages wait for the first micro-batch, and at the end the early stages wait for the last: this idle time is the bubble. Its share is about (stages − 1) over (stages − 1 + micro-batches of a pipeline). The slider is the number of stages of a dense 70-billion-parameter model on 256 H100.',
      slider: 'Pipeline stages',
      ask: 'With 8 stages, the global batch is doubled from 128 to 256 sequences. What happens to the bubble’s share of the step?',
      choices: ['It becomes smaller', 'It stays the same', 'It becomes larger'],
      because: (times: string) =>
        `The share becomes ${times} times what it was: more micro-batches pass through the same pipeline, and filling and draining it costs the same.`,
    },
    memory: {
      title: 'Memory decides which plan is possible',
      text: 'Parameters, gradients and the optimizer’s state take about 16 bytes a parameter, and activations come on top. A plan has to spread them until the fullest chip can hold its part; the less memory a chip has, the more the model must be cut up or recomputed, and that costs speed. The slider is the memory of each of 256 chips that train Qwen3-235B; the plan is searched anew at each stop.',
      slider: 'Memory of a chip',
      ask: 'Which is the least of these memories with which the model still fits on 256 chips?',
      choices: ['16 GB', '24 GB', '32 GB', '64 GB', 'None of them'],
      because: (least: string) =>
        `The search finds a plan from ${least} GB on. With less, no plan fits; with more, faster plans do.`,
    },
    scaling: {
      title: 'More chips, less from each',
      text: 'With the global batch held fixed, each further chip gets a smaller piece of the same step, while collectives, launches and the optimizer do not shrink in proportion. The curve is the speed of clusters of different size on the same training run. Twice the chips are twice as fast only for a while.',
      slider: 'Chips',
      ask: 'How much faster are 8192 chips than 1024?',
      choices: ['At least seven times', 'Four to seven times', 'Less than four times'],
      because: (times: string) =>
        `Eight times the chips are ${times} times as fast with this batch. A larger batch would use them better, if the model still learns as well from each token.`,
    },
    topk: {
      title: 'What top-k costs',
      text: 'Each token is computed by its k best experts. A larger k means more arithmetic and more traffic for every token, but attention, embeddings and everything else stay as they are. The slider is k of Qwen3-235B, which was trained with 8 of 128.',
      slider: 'Experts per token (top-k)',
      ask: 'How much faster is k = 2 than k = 8?',
      choices: ['At least three times', '1.15 to 3 times', 'Hardly faster'],
      because: (times: string) =>
        `It is ${times} times as fast, although the experts do a quarter of the work: the rest of the model does not shrink.`,
    },
    cap: {
      title: 'What an interconnect cap changes',
      text: 'Export rules have limited the bandwidth between chips, as in the A800 and H800. A cap on the links within a server hurts where a plan relies on them: tensor parallelism in a dense model, and the exchange between experts in a sparse one. The slider is the bandwidth of those links for each chip and direction; the plan is searched anew, so the software avoids the slow links where it can.',
      slider: 'Scale-up bandwidth',
      ask: 'The links are cut from 450 to 100 GB/s. Which model loses the larger share of its speed: the sparse Qwen3-235B or the dense Llama 70B?',
      choices: ['The sparse one', 'The dense one', 'Both about the same'],
      because: (times: string) =>
        `The sparse model’s loss is ${times} times the dense one’s. On another system, or with another plan, this can be otherwise: ask the simulator.`,
    },
  },
};
